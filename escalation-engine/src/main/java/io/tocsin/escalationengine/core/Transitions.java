package io.tocsin.escalationengine.core;

import static io.tocsin.contracts.events.IncidentState.ACKNOWLEDGED;
import static io.tocsin.contracts.events.IncidentState.CLOSED;
import static io.tocsin.contracts.events.IncidentState.FALSE_ALARM;
import static io.tocsin.contracts.events.IncidentState.HOLD_DOWN;
import static io.tocsin.contracts.events.IncidentState.MONITORING;
import static io.tocsin.contracts.events.IncidentState.OPEN;
import static io.tocsin.contracts.events.IncidentState.RESOLVED;

import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentState;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The incident's life as one table: it drives the fold, the diagram in the documentation and the
 * test that every row has been lived through.
 */
final class Transitions {
  private static final IncidentState[] ANY = IncidentState.values();
  private static final IncidentState[] LIVE = {OPEN, ACKNOWLEDGED, HOLD_DOWN, MONITORING};

  static final List<Transition<?>> TABLE =
      List.of(
          Transition.of(IncidentChange.AlertFired.class, AlertFold::fired).stays(LIVE),
          Transition.of(IncidentChange.AlertRepeated.class, AlertFold::unchanged)
              .stays(OPEN, ACKNOWLEDGED),
          Transition.of(IncidentChange.AlertRejudged.class, AlertFold::unchanged)
              .stays(OPEN, ACKNOWLEDGED),
          Transition.of(IncidentChange.AlertRecovered.class, AlertFold::recovered)
              .stays(OPEN, ACKNOWLEDGED, FALSE_ALARM),
          Transition.of(IncidentChange.SeverityRaised.class, AlertFold::raised)
              .stays(OPEN, HOLD_DOWN, MONITORING)
              .moves(ACKNOWLEDGED, OPEN),
          Transition.of(IncidentChange.SeverityLowered.class, AlertFold::lowered).stays(LIVE),
          Transition.of(IncidentChange.SeverityConfirmed.class, AlertFold::confirmed).stays(LIVE),
          Transition.of(IncidentChange.RoundStarted.class, LadderFold::roundStarted).stays(OPEN),
          Transition.of(IncidentChange.RungCalled.class, LadderFold::rungCalled)
              .stays(OPEN, ACKNOWLEDGED, MONITORING),
          Transition.of(IncidentChange.RungPassed.class, LadderFold::rungPassed)
              .stays(OPEN, ACKNOWLEDGED, MONITORING),
          Transition.of(IncidentChange.LadderDeferred.class, LadderFold::deferred).stays(OPEN),
          Transition.of(IncidentChange.LadderEnded.class, LadderFold::ended).stays(OPEN),
          Transition.of(IncidentChange.PageSettled.class, LadderFold::pageSettled)
              .stays(OPEN, ACKNOWLEDGED, MONITORING),
          Transition.of(IncidentChange.Acknowledged.class, ResponseFold::acknowledged)
              .moves(OPEN, ACKNOWLEDGED)
              .moves(HOLD_DOWN, ACKNOWLEDGED),
          Transition.of(IncidentChange.AcknowledgementNoted.class, ResponseFold::unchanged)
              .stays(ACKNOWLEDGED, MONITORING),
          Transition.of(IncidentChange.HandedOver.class, ResponseFold::handedOver).stays(LIVE),
          Transition.of(IncidentChange.Escalated.class, ResponseFold::unchanged)
              .stays(OPEN, ACKNOWLEDGED, MONITORING),
          Transition.of(IncidentChange.HoldDownStarted.class, ResponseFold::holdDownStarted)
              .moves(OPEN, HOLD_DOWN),
          Transition.of(IncidentChange.MonitoringStarted.class, ResponseFold::monitoringStarted)
              .moves(ACKNOWLEDGED, MONITORING),
          Transition.of(IncidentChange.Relapsed.class, ResponseFold::relapsed)
              .moves(HOLD_DOWN, OPEN)
              .moves(MONITORING, OPEN),
          Transition.of(IncidentChange.Resolved.class, ResponseFold::resolved)
              .moves(OPEN, RESOLVED)
              .moves(ACKNOWLEDGED, RESOLVED)
              .moves(HOLD_DOWN, RESOLVED)
              .moves(MONITORING, RESOLVED),
          Transition.of(IncidentChange.MarkedFalseAlarm.class, ResponseFold::ended)
              .moves(OPEN, FALSE_ALARM)
              .moves(ACKNOWLEDGED, FALSE_ALARM)
              .moves(HOLD_DOWN, FALSE_ALARM)
              .moves(MONITORING, FALSE_ALARM),
          Transition.of(IncidentChange.CommandRefused.class, ResponseFold::unchanged).stays(ANY),
          Transition.of(IncidentChange.PeopleTold.class, TellingFold::told).stays(ANY),
          Transition.of(IncidentChange.TellingDeferred.class, TellingFold::deferred)
              .stays(OPEN, ACKNOWLEDGED),
          Transition.of(IncidentChange.TellingDue.class, TellingFold::due)
              .stays(OPEN, ACKNOWLEDGED),
          Transition.of(IncidentChange.TicketOpened.class, TellingFold::ticketOpened).stays(LIVE),
          Transition.of(IncidentChange.Assigned.class, ResponseFold::assigned).stays(OPEN),
          Transition.of(IncidentChange.Assessed.class, TellingFold::assessed).stays(LIVE),
          Transition.of(IncidentChange.QuestionsAsked.class, ResponseFold::unchanged)
              .stays(ACKNOWLEDGED, MONITORING),
          Transition.of(IncidentChange.FirstResponseChecked.class, TellingFold::checked)
              .stays(OPEN, ACKNOWLEDGED),
          Transition.of(IncidentChange.UpdatePosted.class, TellingFold::updated).stays(LIVE),
          Transition.of(IncidentChange.FindingRecorded.class, ResponseFold::unchanged)
              .stays(LIVE)
              .stays(RESOLVED),
          Transition.of(IncidentChange.Noted.class, ResponseFold::unchanged)
              .stays(LIVE)
              .stays(RESOLVED),
          Transition.of(IncidentChange.PhaseEntered.class, TellingFold::phaseEntered)
              .stays(OPEN, ACKNOWLEDGED),
          Transition.of(IncidentChange.AcknowledgementWithdrawn.class, ResponseFold::withdrawn)
              .moves(ACKNOWLEDGED, OPEN),
          Transition.of(IncidentChange.RecoveryQuestioned.class, ResponseFold::unchanged)
              .stays(ACKNOWLEDGED),
          Transition.of(IncidentChange.Restricted.class, TellingFold::restricted).stays(LIVE),
          Transition.of(IncidentChange.Demanded.class, ResponseFold::unchanged).stays(LIVE),
          Transition.of(IncidentChange.PolicyFollowed.class, ResponseFold::policyFollowed)
              .stays(LIVE)
              .stays(RESOLVED),
          Transition.of(IncidentChange.Closed.class, TellingFold::closed).moves(RESOLVED, CLOSED));

  private static final Map<Class<?>, Transition<?>> BY_CHANGE =
      TABLE.stream().collect(Collectors.toMap(Transition::change, Function.identity()));

  private Transitions() {}

  /** The row of {@code change}; an unknown one is a programming error. */
  static Transition<?> of(IncidentChange change) {
    Transition<?> transition = BY_CHANGE.get(change.getClass());
    if (transition == null) {
      throw new IllegalStateException(
          "the table of transitions lacks " + change.getClass().getSimpleName());
    }
    return transition;
  }
}
