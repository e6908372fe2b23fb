package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The only way in which an incident changes: live, on restart and in simulation. */
public final class Evolution {
  private Evolution() {}

  /**
   * The incident after {@code event}.
   *
   * @throws IllegalTransition when the table has no such row, or the sequence has a gap
   */
  public static Incident evolve(@Nullable Incident before, IncidentEvent event) {
    if (event.change() instanceof IncidentChange.Opened opened) {
      if (before != null) {
        throw new IllegalTransition(before, event);
      }
      return Draft.opened(Objects.requireNonNull(event.incident()), opened, event.at())
          .build(event);
    }
    if (before == null || event.sequence() != before.revision() + 1) {
      throw new IllegalTransition(before, event);
    }
    Transition<?> transition = Transitions.of(event.change());
    IncidentState next = transition.moves().get(before.state());
    if (next == null) {
      throw new IllegalTransition(before, event);
    }
    Draft draft = Draft.of(before);
    transition.apply(draft, event);
    draft.enter(next, event.at());
    return draft.build(event);
  }

  /** A change that this state does not know. */
  public static final class IllegalTransition extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    IllegalTransition(@Nullable Incident before, IncidentEvent event) {
      super(
          "incident %s (%s, revision %s) cannot take %s as its event %d"
              .formatted(
                  event.incident(),
                  before == null ? "not open" : before.state(),
                  before == null ? "none" : before.revision(),
                  event.change().getClass().getSimpleName(),
                  event.sequence()));
    }
  }
}
