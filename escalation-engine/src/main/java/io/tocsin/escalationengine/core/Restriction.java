package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.conduct.EscalateWhen;
import io.tocsin.contracts.policy.severity.Question;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A security or privacy incident is restricted: only named responders are told of it, and it is a
 * reason to call the next rung (RUN-08.1e).
 */
final class Restriction {
  private static final String NO = "no";
  private final Story story;
  private final Rulebook rulebook;

  Restriction(Story story, Rulebook rulebook) {
    this.story = story;
    this.rulebook = rulebook;
  }

  /** Whether {@code answer} says that it is so; whatever is not a plain no does. */
  static boolean isYes(@Nullable String answer) {
    return answer != null && !answer.equalsIgnoreCase(NO);
  }

  /** After an alert: what its rule learnt, or what it says itself. */
  void after(ClassifiedAlert alert) {
    boolean concerned =
        rulebook.facts(alert.team(), Question.SECURITY).stream()
            .anyMatch(
                fact ->
                    alert.facts().contains(fact)
                        || "true".equals(alert.evidence().values().get(fact)));
    if (concerned && !story.incident().restricted()) {
      story.tell(
          new IncidentChange.Restricted(),
          "security-said",
          "an alert speaks of security or privacy: only named responders are told");
    }
  }

  /** After a person answered; it calls the next rung where the policy says so. */
  void after(Map<String, String> answers) {
    boolean concerned =
        rulebook.facts(story.incident().id().team(), Question.SECURITY).stream()
            .map(answers::get)
            .anyMatch(Restriction::isYes);
    if (!concerned || story.incident().restricted()) {
      return;
    }
    Reason reason =
        new Reason(
            "security-found", "security or privacy is concerned: only named responders are told");
    story.tell(new IncidentChange.Restricted(), reason);
    boolean escalates =
        rulebook
            .conduct(story.incident().id().team())
            .escalateWhen()
            .contains(EscalateWhen.SECURITY_FOUND);
    LadderWalk walk = new LadderWalk(story, rulebook);
    if (escalates && story.incident().state().isWorkedOn() && walk.hasNext()) {
      story.tell(new IncidentChange.Escalated(), reason);
      walk.escalate(reason);
    }
  }
}
