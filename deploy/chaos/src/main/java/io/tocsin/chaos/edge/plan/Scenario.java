package io.tocsin.chaos.edge.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a seed makes happen, each list in time order.
 *
 * @param seed makes the same again
 */
public record Scenario(
    long seed, Size size, List<Delivery> deliveries, List<Order> orders, List<Mishap> mishaps) {

  public Scenario {
    deliveries = List.copyOf(deliveries);
    orders = List.copyOf(orders);
    mishaps = List.copyOf(mishaps);
  }

  /** The plan of {@code seed}: nothing but the arguments decides it. */
  public static Scenario of(long seed, Size size, boolean clocks) {
    CasePlan cases = CasePlan.of(seed);
    return new Scenario(
        seed,
        size,
        LoadPlan.of(seed, size, cases),
        orders(seed, size, cases),
        MishapPlan.of(seed, size, clocks));
  }

  private static List<Order> orders(long seed, Size size, CasePlan cases) {
    List<Order> orders = OrderPlan.of(seed, size, cases);
    return Stream.concat(orders.stream(), ReplyPlan.of(seed, size, cases, orders).stream())
        .sorted(Comparator.comparing(Order::at))
        .toList();
  }
}
