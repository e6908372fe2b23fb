package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.TimerName;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All deadlines that have passed, in one decision: an outage gives one page, not a backlog. */
final class DeadlineDecider {
  private final Incident incident;
  private final @Nullable Outage outage;
  private final Instant now;
  private final Rulebook rulebook;

  DeadlineDecider(Incident incident, @Nullable Outage outage, Instant now, Rulebook rulebook) {
    this.incident = incident;
    this.outage = outage;
    this.now = now;
    this.rulebook = rulebook;
  }

  Decision decide() {
    Story story = Story.of(incident, now);
    if (isDue(TimerName.HOLD_DOWN)) {
      story.tell(
          new IncidentChange.Resolved(null),
          "held-down",
          "it stayed recovered through the hold-down");
    } else if (isDue(TimerName.WATCH)) {
      story.tell(
          new IncidentChange.Resolved(null), "stable", "it stayed recovered through the watch");
    } else if (isDue(TimerName.LADDER) && incident.state() == IncidentState.OPEN) {
      climb(story, incident.deadlines().get(TimerName.LADDER));
    }
    if (story.incident().deadlines().containsKey(TimerName.TELLING) && isDue(TimerName.TELLING)) {
      new FollowUp(story, rulebook).laterOnes();
    }
    if (isDue(TimerName.FIRST_RESPONSE)
        && story.incident().deadlines().containsKey(TimerName.FIRST_RESPONSE)) {
      new FirstMinutes(story, rulebook).check();
    }
    return FollowUp.of(story, rulebook).end();
  }

  private boolean isDue(TimerName timer) {
    Instant due = incident.deadlines().get(timer);
    return due != null && !due.isAfter(now);
  }

  private void climb(Story story, @Nullable Instant due) {
    LadderWalk walk = new LadderWalk(story, rulebook);
    if (outage != null && due != null && outage.isLong() && outage.hid(due)) {
      long late = Duration.between(due, now).toMinutes();
      walk.begin(
          new Reason("late", "Tocsin was away; this round begins %d minutes late".formatted(late)),
          late);
    } else if (incident.ladder().ended()) {
      walk.begin(
          new Reason("again", "the ladder ended and nobody has acknowledged; it begins anew"),
          null);
    } else if (incident.ladder().rung() < 0) {
      walk.next(new Reason("its-time", "the first rung of this round is called"));
    } else {
      walk.goOn();
    }
  }
}
