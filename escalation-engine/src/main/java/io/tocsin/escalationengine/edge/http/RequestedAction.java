package io.tocsin.escalationengine.edge.http;

import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Phase;
import io.tocsin.contracts.events.Update;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** What the last part of a command's path asks for, with what its body says. */
final class RequestedAction {
  private RequestedAction() {}

  static CommandAction of(String name, CommandBody body) {
    return switch (name) {
      case "acknowledge" -> new CommandAction.Acknowledge();
      case "handover" ->
          new CommandAction.HandOver(
              body.name("to").orElseThrow(missing("'to' is missing: name who takes over")));
      case "severity" ->
          new CommandAction.ChangeSeverity(
              body.severity()
                  .orElseThrow(missing("'severity' is missing; there are P1, P2, P3, P4")),
              body.reason());
      case "escalate" -> new CommandAction.Escalate(body.reason());
      case "false-alarm" -> new CommandAction.MarkFalseAlarm(body.reason());
      case "resolve" -> new CommandAction.Resolve(body.reason(), cause(body));
      case "updates" -> new CommandAction.PostUpdate(update(body));
      case "assessment" -> new CommandAction.Assess(body.answers());
      case "findings" ->
          new CommandAction.RecordFinding(
              body.words("text").orElseThrow(missing("'text' is missing: say what was found")));
      case "phase" -> new CommandAction.EnterPhase(phase(body));
      case "policy" -> new CommandAction.FollowPolicy();
      case "close" -> new CommandAction.Close(cause(body));
      default -> throw ApiProblem.of(HttpStatus.NOT_FOUND, "there is no command '" + name + "'");
    };
  }

  private static Cause cause(CommandBody body) {
    return new Cause(body.words("rootCause").orElse(null), body.words("resolution").orElse(null));
  }

  private static Update update(CommandBody body) {
    Update update =
        new Update(
            body.name("audience").orElse(null),
            body.words("status").orElse(null),
            body.words("impact").orElse(null),
            body.words("actionsTaken").orElse(null),
            body.words("nextSteps").orElse(null),
            body.words("eta").map(RequestedAction::time).orElse(null));
    if (update.status() == null && update.impact() == null && update.actionsTaken() == null) {
      throw ApiProblem.badRequest(
          "an update says at least one of 'status', 'impact' and 'actionsTaken'");
    }
    return update;
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw ApiProblem.badRequest(
          "'eta' must be a time in RFC 3339, as in 2026-11-22T08:30:00Z; it is '" + text + "'");
    }
  }

  private static Phase phase(CommandBody body) {
    String name = body.words("phase").orElseThrow(missing("'phase' is missing"));
    try {
      return Phase.parse(name);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private static Supplier<ApiProblem> missing(String text) {
    return () -> ApiProblem.badRequest(text);
  }
}
