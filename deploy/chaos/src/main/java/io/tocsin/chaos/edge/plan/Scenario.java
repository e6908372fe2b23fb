package io.tocsin.chaos.edge.plan;

import java.util.List;

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
        OrderPlan.of(seed, size, cases),
        MishapPlan.of(seed, size, clocks));
  }
}
