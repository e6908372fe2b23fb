package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.events.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a rung calls somebody, step by step: the next one at once when one fails (RUN-08.2).
 *
 * @param steps those that come in their own time first, then those that only a failure calls for
 */
public record CallPlan(List<Step> steps) {
  public CallPlan {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param after since the rung began; null: only when the one before it failed
   */
  public record Step(Channel by, @Nullable Duration after) {}

  /**
   * By their own rules as far as the rung allows them, else by the rung's methods in its order. A
   * person's rules never make a call later or softer: the first of them comes at once, and where
   * the rung begins with a louder method than all of theirs, that one follows the last.
   *
   * @param ways the rung's methods that reach them, in its order
   * @param own their rules
   */
  public static CallPlan of(List<Channel> ways, List<NotifyRule> own) {
    List<Step> steps = new ArrayList<>();
    Duration last = Duration.ZERO;
    List<NotifyRule> allowed =
        own.stream()
            .filter(rule -> ways.contains(rule.by()))
            .sorted(Comparator.comparing(NotifyRule::after))
            .toList();
    for (NotifyRule rule : allowed) {
      last = steps.isEmpty() ? Duration.ZERO : rule.after();
      steps.add(new Step(rule.by(), last));
    }
    for (Channel way : ways) {
      if (allowed.stream().noneMatch(rule -> rule.by() == way)) {
        boolean isFirst = way == ways.get(0);
        boolean isLoudest = allowed.stream().allMatch(rule -> way.isLouderThan(rule.by()));
        steps.add(new Step(way, isFirst && isLoudest ? last : null));
      }
    }
    return new CallPlan(steps);
  }

  /** The step at {@code place}; empty behind the last. */
  public Optional<Step> step(int place) {
    return place < steps.size() ? Optional.of(steps.get(place)) : Optional.empty();
  }

  /** When the step at {@code place} comes of itself, since the rung began; empty where never. */
  public Optional<Duration> time(int place) {
    return step(place).map(Step::after);
  }
}
