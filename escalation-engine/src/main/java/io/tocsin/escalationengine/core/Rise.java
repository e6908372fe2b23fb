package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Assessment;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.Rung;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When people are rung again: a relapse, or a level that rises (RUN-08.1c). */
final class Rise {
  private static final String IN_HOLD_DOWN = "relapse-in-hold-down";

  private final Story story;
  private final Rulebook rulebook;

  Rise(Story story, Rulebook rulebook) {
    this.story = story;
    this.rulebook = rulebook;
  }

  /** After an alert began to fire or was judged anew. */
  void afterAlert(ClassifiedAlert classified, @Nullable AlertMemory known) {
    Reason relapse = relapse();
    Reason rise = isNews(classified, known) ? rise(classified) : null;
    if (rise != null) {
      new LadderWalk(story, rulebook).begin(rise, null);
    } else if (relapse != null && relapse.name().equals(IN_HOLD_DOWN)) {
      ringNoSoonerThanTheRungAllows(relapse);
    } else if (relapse != null) {
      new LadderWalk(story, rulebook).begin(relapse, null);
    }
  }

  /** A level that this alert did not have before; what a person lowered stays lowered. */
  private static boolean isNews(ClassifiedAlert classified, @Nullable AlertMemory known) {
    return known == null || !known.firing() || classified.severity().isHigherThan(known.severity());
  }

  private @Nullable Reason relapse() {
    IncidentState state = story.incident().state();
    if (state != IncidentState.HOLD_DOWN && state != IncidentState.MONITORING) {
      return null;
    }
    Reason why =
        state == IncidentState.HOLD_DOWN
            ? new Reason(IN_HOLD_DOWN, "it fires again within the hold-down")
            : new Reason("relapse", "it fires again while stability was watched");
    story.tell(new IncidentChange.Relapsed(story.incident().episode() + 1), why);
    return why;
  }

  private @Nullable Reason rise(ClassifiedAlert classified) {
    Assessment before = story.incident().assessment();
    if (classified.severity().isHigherThan(before.severity())) {
      Reason why =
          new Reason(
              "severity-raised",
              "%s raised to %s: %s"
                  .formatted(
                      before.severity(), classified.severity(), classified.decidedBy().text()));
      story.tell(
          new IncidentChange.SeverityRaised(
              before.severity(),
              classified.severity(),
              classified.unknown(),
              classified.evidence()),
          why);
      return why;
    }
    if (before.unknown() && !classified.unknown() && classified.severity() == before.severity()) {
      story.tell(new IncidentChange.SeverityConfirmed(before.severity()), classified.decidedBy());
    }
    return null;
  }

  /** A flapping alert rings the first rung no more often than that rung's own wait. */
  private void ringNoSoonerThanTheRungAllows(Reason why) {
    Incident incident = story.incident();
    List<Rung> ladder = rulebook.ladder(incident);
    Instant calledAt = incident.ladder().calledAt();
    Instant earliest =
        calledAt == null || ladder.isEmpty()
            ? story.now()
            : calledAt.plus(ladder.get(0).patience());
    if (!earliest.isAfter(story.now())) {
      new LadderWalk(story, rulebook).begin(why, null);
      return;
    }
    story.tell(new IncidentChange.RoundStarted(incident.ladder().round() + 1, null), why);
    story.tell(
        new IncidentChange.LadderDeferred(earliest),
        "rung-just-now",
        "the first rung was called only just now; it is called again at the end of its wait");
  }
}
