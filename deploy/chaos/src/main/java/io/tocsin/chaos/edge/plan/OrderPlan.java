package io.tocsin.chaos.edge.plan;

import io.tocsin.chaos.edge.system.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What people do: some incidents they take at once, some late, some never. */
final class OrderPlan {
  private static final int WAYS = 8;
  private static final long QUICK = 500;
  private static final long LATE = 7_000;
  private static final String NOTHING = "{}";
  private static final String WHY = "{\"reason\":\"asked by the plan of the seed\"}";

  /** Every second acknowledgement is given where somebody was rung or told. */
  private static final List<String> SIDES =
      List.of(Order.API, Order.API, Order.API, "pagerduty", "slack", "phone");

  private final SplittableRandom random;
  private final SplittableRandom sides;
  private final String prefix;
  private final List<Order> orders = new ArrayList<>();

  private OrderPlan(long seed) {
    this.random = new SplittableRandom(seed * 31 + 3);
    this.sides = new SplittableRandom(seed * 31 + 7);
    this.prefix = "s" + seed + "c";
  }

  static List<Order> of(long seed, Size size, CasePlan cases) {
    OrderPlan plan = new OrderPlan(seed);
    for (int number = 0; number < cases.outages().size(); number++) {
      long begins = size.load().toMillis() * 2 * number / (3L * cases.outages().size());
      plan.care(cases.outages().get(number), begins);
    }
    cases.storms().forEach(storm -> plan.add(plan.after(1_000), storm, "acknowledge", NOTHING));
    plan.declare(seed, size);
    return plan.orders;
  }

  private void care(Case outage, long begins) {
    long soon = begins + QUICK + random.nextLong(LATE);
    switch (random.nextInt(WAYS)) {
      case 0, 1 -> add(soon, outage, "acknowledge", NOTHING);
      case 2 -> {
        add(soon, outage, "acknowledge", NOTHING);
        add(after(soon), outage, "handover", "{\"to\":\"" + person() + "\"}");
      }
      case 3 -> {
        add(soon, outage, "escalate", WHY);
        add(after(soon), outage, "acknowledge", NOTHING);
      }
      case 4 -> add(soon, outage, "false-alarm", WHY);
      case 5 -> {
        add(soon, outage, "acknowledge", NOTHING);
        add(after(soon), outage, "resolve", WHY);
      }
      case 6 -> {
        add(soon, outage, "acknowledge", NOTHING);
        add(soon, outage, "acknowledge", NOTHING);
        add(after(soon), outage, "severity", "{\"severity\":\"P1\",\"reason\":\"it is worse\"}");
      }
      default -> {
        // nobody cares: the ladder runs to its end
      }
    }
  }

  private void declare(long seed, Size size) {
    Case declared = new Case("s" + seed + "x", "RX", "pharmacy-portal", "was seen to stall");
    add(
        random.nextLong(size.load().toMillis()),
        declared,
        "declare",
        "{\"title\":\"%s [%s]\",\"service\":\"%s\",\"severity\":\"P1\"}"
            .formatted(declared.trouble(), declared.name(), declared.service()));
  }

  private void add(long at, Case subject, String action, String body) {
    orders.add(
        new Order(
            Duration.ofMillis(at),
            prefix + orders.size(),
            subject,
            action,
            person(),
            body,
            action.equals("acknowledge") ? SIDES.get(sides.nextInt(SIDES.size())) : Order.API));
  }

  private long after(long at) {
    return at + QUICK + random.nextLong(LATE / 2);
  }

  private String person() {
    return People.NAMES.get(random.nextInt(People.NAMES.size()));
  }
}
