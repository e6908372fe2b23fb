package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may hold a role.
 *
 * @param zone where they live, for what is shown to them
 * @param notifyBy how they want to be called; none: as the rung says
 */
@Says("somebody who may hold a role")
public record Person(
    @Says("the name, as people read it") String name,
    @Says("where they live") @Nullable ZoneId zone,
    @Says("how they are reached") Methods methods,
    @Key("notify") @Says("how they want to be called; as the rung says when left out")
        List<NotifyRule> notifyBy) {
  public Person {
    notifyBy = List.copyOf(notifyBy);
  }

  /** Whether one of {@code channels} reaches them. */
  public boolean isReachedBy(List<Channel> channels) {
    Map<Channel, String> addresses = methods.byChannel();
    return channels.stream().anyMatch(addresses::containsKey);
  }
}
