package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Assessment;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Subject;
import java.util.Objects;
import java.util.Set;

/** How an incident begins. */
final class Opening {
  private Opening() {}

  static void of(ClassifiedAlert classified, Surroundings surroundings, Story story) {
    Alert alert = classified.alert();
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
                classified.facts()),
            alert.occurredAt(),
            classified.policy()),
        classified.decidedBy());
  }

  /** RUN-03.3. What is not production is at most P4 (MED-env), also when a person declares it. */
  static void of(
      IncidentCommand command,
      CommandAction.Declare declared,
      Surroundings surroundings,
      String policy,
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
            new Assessment(severity, false, reason, Set.of()),
            command.at(),
            policy),
        reason);
  }
}
