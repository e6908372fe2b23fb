package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.events.Channel;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may hold a role.
 *
 * @param zone where they live, for what is shown to them
 * @param notifyBy how they want to be called; none: as the rung says
 */
public record Person(
    String name, @Nullable ZoneId zone, Methods methods, List<NotifyRule> notifyBy) {
  public Person {
    notifyBy = List.copyOf(notifyBy);
  }

  /** Whether one of {@code channels} reaches them. */
  public boolean isReachedBy(List<Channel> channels) {
    Map<Channel, String> addresses = methods.byChannel();
    return channels.stream().anyMatch(addresses::containsKey);
  }

  /**
   * How a rung that calls by {@code channels} calls this person: by their own rules as far as the
   * rung allows them, else by the rung's methods, to be tried in that order. Their rules never make
   * a call softer: a louder method of the rung follows the last of them.
   */
  public List<NotifyRule> plan(List<Channel> channels) {
    Map<Channel, String> addresses = methods.byChannel();
    List<Channel> ways = channels.stream().filter(addresses::containsKey).toList();
    List<NotifyRule> own =
        notifyBy.stream()
            .filter(rule -> ways.contains(rule.by()))
            .sorted(Comparator.comparing(NotifyRule::after))
            .toList();
    if (own.isEmpty()) {
      return ways.stream().map(way -> new NotifyRule(way, Duration.ZERO)).toList();
    }
    Duration last = own.get(own.size() - 1).after();
    Stream<NotifyRule> louder =
        ways.stream()
            .filter(way -> own.stream().allMatch(rule -> way.isLouderThan(rule.by())))
            .map(way -> new NotifyRule(way, last));
    return Stream.concat(own.stream(), louder).toList();
  }
}
