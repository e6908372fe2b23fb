package io.tocsin.chaos.edge.plan;

import io.tocsin.chaos.edge.system.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What is answered by text and written on tickets, by a chance of its own: beside it a seed does
 * what it did without.
 */
final class ReplyPlan {
  private static final long QUICK = 500;
  private static final long LATE = 7_000;
  private static final int ONE_IN = 3;
  private static final Set<String> ENDS = Set.of("resolve", "false-alarm");

  /** Whose incidents have a ticket, and whose tech lead is texted. */
  private static final String TEAM = "RX";

  private final SplittableRandom random;
  private final String prefix;
  private final List<Order> orders = new ArrayList<>();

  private ReplyPlan(long seed) {
    this.random = new SplittableRandom(seed * 31 + 9);
    this.prefix = "s" + seed + "cr";
  }

  /**
   * The replies of a seed.
   *
   * @param others what people do besides: whose incident ends closes the ticket later
   */
  static List<Order> of(long seed, Size size, CasePlan cases, List<Order> others) {
    ReplyPlan plan = new ReplyPlan(seed);
    plan.answer(cases.storms().get(0), 0);
    for (int number = 0; number < cases.outages().size(); number++) {
      long begins = size.load().toMillis() * 2 * number / (3L * cases.outages().size());
      if (plan.random.nextInt(ONE_IN) == 0) {
        plan.answer(cases.outages().get(number), begins);
      }
    }
    plan.close(cases.storms().get(0), plan.after(0));
    others.stream()
        .filter(order -> ENDS.contains(order.action()))
        .forEach(order -> plan.close(order.subject(), plan.after(order.at().toMillis())));
    return plan.orders;
  }

  private long after(long at) {
    return at + QUICK + random.nextLong(LATE);
  }

  private void answer(Case subject, long begins) {
    add(after(begins), subject, "acknowledge", "", Order.TEXT);
    String words = "the pool of %s is empty (%s)".formatted(subject.name(), prefix + orders.size());
    add(after(begins), subject, "findings", words, Order.GITHUB);
  }

  private void close(Case subject, long at) {
    add(at, subject, "close", "", Order.GITHUB);
  }

  private void add(long at, Case subject, String action, String words, String via) {
    if (subject.team().equals(TEAM)) {
      String person = People.NAMES.get(random.nextInt(People.NAMES.size()));
      orders.add(
          new Order(
              Duration.ofMillis(at), prefix + orders.size(), subject, action, person, words, via));
    }
  }
}
