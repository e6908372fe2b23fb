package io.tocsin.contracts.events;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An incident as it is now: the fold of its events, and the value of {@code incidents}. It changes
 * only by the engine's {@code evolve}.
 *
 * @param revision the sequence number of its last event
 * @param episode counts relapses: 1, and one more for each
 * @param phases how far it has come, as everybody else is told; oldest first (RUN-07.2a)
 * @param restricted a security or privacy incident: named responders only (RUN-08.1e)
 * @param pageCount how many pages that must ring were ever asked for
 * @param briefing what is known beyond the title
 * @param cause why it happened and what ended it, as far as somebody has said
 * @param communication who was told, and who will be
 * @param policy the hash of the bundle it opened under, or was told to follow since
 */
public record Incident(
    IncidentId id,
    long revision,
    IncidentState state,
    List<PhaseSince> phases,
    boolean restricted,
    Subject subject,
    int episode,
    Assessment assessment,
    AlertCounts alerts,
    Response response,
    Ladder ladder,
    List<Page> pages,
    int pageCount,
    Map<TimerName, Instant> deadlines,
    Milestones milestones,
    Briefing briefing,
    Cause cause,
    Communication communication,
    String policy) {

  public Incident {
    pages = pages == null ? List.of() : List.copyOf(pages);
    phases =
        phases == null || phases.isEmpty()
            ? List.of(new PhaseSince(state.phase(), milestones.openedAt()))
            : List.copyOf(phases);
    briefing = Objects.requireNonNullElse(briefing, Briefing.NOTHING);
    cause = Objects.requireNonNullElse(cause, Cause.UNSAID);
    communication = Objects.requireNonNullElse(communication, Communication.NONE);
    deadlines = deadlines == null ? Map.of() : Map.copyOf(deadlines);
  }

  /** Who may still be told of it among those who were: of what is restricted, persons only. */
  public List<Communication.Told> hearers() {
    return communication.told().stream().filter(told -> !restricted || told.reachesFew()).toList();
  }

  /** The phase it is in. */
  public Phase phase() {
    return phases.get(phases.size() - 1).phase();
  }

  /** The earliest deadline it holds: where the timer index must have it. */
  public Optional<Instant> nextDeadline() {
    Collection<Instant> times = deadlines.values();
    return times.stream().min(Instant::compareTo);
  }
}
