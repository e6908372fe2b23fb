package io.tocsin.chaos.edge.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What monitors send: an open loop, most of it about few cases. */
final class LoadPlan {
  private static final int STORM_MONITORS = 40;
  private static final int OUTAGE_MONITORS = 2;
  private static final int PERCENT = 100;
  private static final int OUTAGE_SHARE = 6;
  private static final int MURMUR_SHARE = 3;
  private static final int REPEATED = 3;
  private static final int RECOVERING = 12;
  private static final int OUTAGE_RECOVERING = 35;

  private final SplittableRandom random;
  private final Size size;
  private final CasePlan cases;
  private final Map<String, Boolean> firing = new HashMap<>();

  private LoadPlan(long seed, Size size, CasePlan cases) {
    this.random = new SplittableRandom(seed * 31 + 2);
    this.size = size;
    this.cases = cases;
  }

  static List<Delivery> of(long seed, Size size, CasePlan cases) {
    LoadPlan plan = new LoadPlan(seed, size, cases);
    List<Duration> times = plan.times();
    List<Delivery> deliveries = new ArrayList<>();
    for (int number = 0; number < times.size(); number++) {
      deliveries.add(plan.delivery(times.get(number), "s" + seed + "d" + number));
    }
    plan.addRecoveries(deliveries, "s" + seed + "r");
    return deliveries;
  }

  /** In the end every second outage is over. */
  private void addRecoveries(List<Delivery> deliveries, String prefix) {
    for (int number = 0; number < cases.outages().size(); number += 2) {
      Case over = cases.outages().get(number);
      for (int monitor = 0; monitor < OUTAGE_MONITORS; monitor++) {
        if (firing.getOrDefault(over.name() + "-" + monitor, false)) {
          String token = prefix + deliveries.size();
          deliveries.add(new Delivery(size.load(), token, monitor, over, "Recovered", 1));
        }
      }
    }
  }

  private List<Duration> times() {
    List<Duration> times = new ArrayList<>();
    for (int number = 0; number < size.alerts(); number++) {
      times.add(Duration.ofMillis(random.nextLong(size.load().toMillis())));
    }
    times.sort(Comparator.naturalOrder());
    return times;
  }

  private Delivery delivery(Duration at, String token) {
    int share = random.nextInt(PERCENT);
    int copies = random.nextInt(PERCENT) < REPEATED ? 2 : 1;
    if (share < OUTAGE_SHARE) {
      Case about = outage(at);
      int monitor = random.nextInt(OUTAGE_MONITORS);
      return new Delivery(
          at, token, monitor, about, transition(about, monitor, OUTAGE_RECOVERING), copies);
    }
    List<Case> others = share < OUTAGE_SHARE + MURMUR_SHARE ? cases.murmurs() : cases.storms();
    Case about = others.get(random.nextInt(others.size()));
    int monitor = random.nextInt(STORM_MONITORS);
    return new Delivery(at, token, monitor, about, transition(about, monitor, RECOVERING), copies);
  }

  /** One outage after the other begins, over the first two thirds of the load. */
  private Case outage(Duration at) {
    int count = cases.outages().size();
    long begun = 1 + at.toMillis() * count * 3 / (2 * size.load().toMillis());
    int newest = (int) Math.min(count, begun);
    return cases.outages().get(random.nextInt(newest));
  }

  private String transition(Case about, int monitor, int recovering) {
    String alert = about.name() + "-" + monitor;
    boolean fires = firing.getOrDefault(alert, false);
    boolean recovers = fires && random.nextInt(PERCENT) < recovering;
    firing.put(alert, !recovers);
    return recovers ? "Recovered" : fires ? "Re-Triggered" : "Triggered";
  }
}
