package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Assessment;
import io.tocsin.contracts.events.Briefing;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Subject;
import io.tocsin.contracts.events.TeamCode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How an incident begins. */
final class Opening {
  private Opening() {}

  private static final String IMPACT = "business-impact";
  private static final int SUMMARY = 500;

  static void of(
      ClassifiedAlert classified, Surroundings surroundings, Rulebook rulebook, Story story) {
    Alert alert = classified.alert();
    TeamCode team = classified.team();
    story.open(
        new IncidentId(classified.team(), surroundings.nextNumber()),
        new IncidentChange.Opened(
            new Subject(
                classified.groupingKey(),
                surroundings.occurrences() + 1,
                classified.service(),
                alert.environment(),
                alert.title(),
                alert.source()),
            new Assessment(
                classified.severity(),
                classified.unknown(),
                classified.decidedBy(),
                classified.facts(),
                classified.evidence(),
                Map.of(),
                rulebook.openQuestions(team, classified.facts(), classified.evidence())),
            alert.occurredAt(),
            classified.policy(),
            briefing(classified),
            rulebook.firstResponseBy(team, story.now())),
        classified.decidedBy());
  }

  private static Briefing briefing(ClassifiedAlert classified) {
    Alert alert = classified.alert();
    String text = alert.description().strip();
    String summary = text.length() <= SUMMARY ? text : text.substring(0, SUMMARY) + "…";
    return new Briefing(
        summary.isEmpty() ? null : summary,
        classified.evidence().values().get(IMPACT),
        alert.links(),
        classified.runbooks());
  }

  /** RUN-03.3. What is not production is at most P4 (MED-env), also when a person declares it. */
  static void of(
      IncidentCommand command,
      CommandAction.Declare declared,
      Surroundings surroundings,
      Rulebook rulebook,
      Story story) {
    Severity wanted = Objects.requireNonNullElse(declared.severity(), Severity.P2);
    Severity severity =
        Alert.PRODUCTION.equals(declared.environment()) ? wanted : wanted.atMost(Severity.P4);
    Reason reason = new Reason("declared", "declared by " + command.by().id());
    story.open(
        new IncidentId(command.team(), surroundings.nextNumber()),
        new IncidentChange.Opened(
            new Subject(
                GroupingKey.ofDeclaration(command.team(), command.id()),
                1,
                Objects.requireNonNullElse(declared.service(), ClassifiedAlert.UNKNOWN_SERVICE),
                declared.environment(),
                declared.title(),
                "declared"),
            new Assessment(
                severity,
                false,
                reason,
                Set.of(),
                Evidence.NONE,
                Map.of(),
                rulebook.openQuestions(command.team(), Set.of(), Evidence.NONE)),
            command.at(),
            rulebook.pinned().hash(),
            Briefing.NOTHING,
            rulebook.firstResponseBy(command.team(), story.now())),
        reason);
  }
}
