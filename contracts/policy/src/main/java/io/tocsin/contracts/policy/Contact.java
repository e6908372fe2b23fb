package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.calendar.CallPlan;
import io.tocsin.contracts.policy.calendar.NotifyRule;
import java.util.List;
import java.util.Map;

/**
 * A role and how it is reached (RUN-13).
 *
 * @param id the role, as ladders and notifications name it
 * @param hours when this contact may be called; P1 excludes nobody
 * @param methods channel to address; a secret is only ever a reference, {@code ${PAGERDUTY_RX_KEY}}
 * @param notifyBy how a person who holds the role wants to be called; none: as the rung says
 */
public record Contact(
    String id,
    String name,
    Level.Clock hours,
    Map<Channel, String> methods,
    List<NotifyRule> notifyBy) {
  public Contact {
    methods = Map.copyOf(methods);
    notifyBy = List.copyOf(notifyBy);
  }

  /** A contact that is called as each rung says. */
  public Contact(String id, String name, Level.Clock hours, Map<Channel, String> methods) {
    this(id, name, hours, methods, List.of());
  }

  /** Whether its Slack address is a channel, which many read. */
  public boolean standsForChannel() {
    return methods.getOrDefault(Channel.SLACK, "").startsWith("#");
  }

  /** How a rung that may use {@code channels} calls this contact; no step: it cannot. */
  public CallPlan plan(List<Channel> channels) {
    return CallPlan.of(ways(channels), notifyBy);
  }

  /** The same whatever they would rather have. */
  public CallPlan asTheRungSays(List<Channel> channels) {
    return CallPlan.of(ways(channels), List.of());
  }

  private List<Channel> ways(List<Channel> channels) {
    return channels.stream().filter(methods::containsKey).toList();
  }
}
