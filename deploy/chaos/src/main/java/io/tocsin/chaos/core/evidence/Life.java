package io.tocsin.chaos.core.evidence;

import io.tocsin.chaos.core.Stored;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.escalationengine.core.Evolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An incident as its events tell it, in the order in which they stand in the topic.
 *
 * @param steps as far as they can be folded
 * @param stuck the event that could not be folded; null when all could
 */
public record Life(
    IncidentId id,
    List<Stored<IncidentEvent>> events,
    List<Step> steps,
    @Nullable IncidentEvent stuck) {

  /** Folds what stands in the topic about one incident. */
  static Life of(IncidentId id, List<Stored<IncidentEvent>> events) {
    List<Step> steps = new ArrayList<>();
    Incident before = null;
    for (Stored<IncidentEvent> stored : events) {
      IncidentEvent event = Objects.requireNonNull(stored.value());
      try {
        Incident after = Evolution.evolve(before, event);
        steps.add(new Step(before, event, after));
        before = after;
      } catch (RuntimeException illegal) {
        return new Life(id, List.copyOf(events), List.copyOf(steps), event);
      }
    }
    return new Life(id, List.copyOf(events), List.copyOf(steps), null);
  }

  /** Whether all its events could be folded; if not, another invariant says so. */
  public boolean isWhole() {
    return stuck == null;
  }

  /** The incident after its last event that could be folded. */
  public Optional<Incident> last() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1).after());
  }

  /** The step of the event with this sequence number. */
  public Optional<Step> step(long sequence) {
    return sequence < 1 || sequence > steps.size()
        ? Optional.empty()
        : Optional.of(steps.get((int) sequence - 1));
  }

  /** The first step after {@code sequence} from which on no page caused up to it is wanted. */
  public Optional<Step> quietedAfter(long sequence) {
    return steps.stream()
        .filter(step -> step.event().sequence() > sequence)
        .filter(step -> step.after().response().quietedAt() > sequence)
        .findFirst();
  }
}
