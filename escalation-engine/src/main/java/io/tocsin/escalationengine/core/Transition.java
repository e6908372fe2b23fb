package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentState;
import java.util.EnumMap;
import java.util.Map;

/**
 * One kind of change: in which states it may happen, where it leads, and what it does.
 *
 * @param moves from state to state; a state that is absent refuses the change
 */
record Transition<C extends IncidentChange>(
    Class<C> change, Map<IncidentState, IncidentState> moves, Fold<C> fold) {

  /** What a change does to an incident, beside moving its state. */
  @FunctionalInterface
  interface Fold<C extends IncidentChange> {
    void into(Draft draft, C change, IncidentEvent event);
  }

  static <C extends IncidentChange> Transition<C> of(Class<C> change, Fold<C> fold) {
    return new Transition<>(change, new EnumMap<>(IncidentState.class), fold);
  }

  /** The change may happen in these states and leaves them as they are. */
  Transition<C> stays(IncidentState... states) {
    for (IncidentState state : states) {
      moves.put(state, state);
    }
    return this;
  }

  Transition<C> moves(IncidentState from, IncidentState to) {
    moves.put(from, to);
    return this;
  }

  void apply(Draft draft, IncidentEvent event) {
    fold.into(draft, change.cast(event.change()), event);
  }
}
