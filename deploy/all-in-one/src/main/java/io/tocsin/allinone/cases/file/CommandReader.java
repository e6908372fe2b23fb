package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Step;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.yaml.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people do: {@code do: acknowledge, by: on-call}. */
final class CommandReader {
  private static final String WHY = "a case";

  private static final List<String> ACTIONS =
      List.of(
          "acknowledge", "handover", "severity", "escalate", "false-alarm", "resolve", "declare");

  /** What the API is to take: a pending case may have it done. */
  private static final List<String> TO_COME =
      List.of(
          "acknowledge-in-pagerduty",
          "resolve-in-pagerduty",
          "unacknowledge",
          "react",
          "comment",
          "press-button",
          "report",
          "assessment",
          "update",
          "finding",
          "mitigation",
          "smoke-test",
          "probe",
          "phase",
          "responder",
          "role",
          "confirmation",
          "close",
          "review",
          "action-item",
          "silence",
          "maintenance",
          "approve",
          "conclude",
          "cancel",
          "reload");

  private final Frame frame;

  CommandReader(Frame frame) {
    this.frame = frame;
  }

  Optional<Step.Given> read(OfStep.Done done) {
    if (ACTIONS.contains(done.act())) {
      return action(done).map(action -> done(done, action));
    }
    if (frame.pending() && TO_COME.contains(done.act())) {
      return Optional.of(new Step.NotYetDone(done.by(), done.act()));
    }
    List<String> known =
        frame.pending() ? Stream.of(ACTIONS, TO_COME).flatMap(List::stream).toList() : ACTIONS;
    frame.reject(
        done,
        "act",
        "is nothing that a person can do yet",
        TO_COME.contains(done.act())
            ? "write 'pending: why' into the case until it is"
            : Nearest.remedy(done.act(), known));
    return Optional.empty();
  }

  private Step.Given done(OfStep.Done done, CommandAction action) {
    IncidentId incident = parsed(done.incident(), IncidentId::parse);
    TeamCode named = parsed(done.team(), TeamCode::new);
    TeamCode usual = incident == null ? frame.code() : incident.team();
    return new Step.Done(done.by(), named == null ? usual : named, incident, action);
  }

  /** Null also for what is none, which the check of names reports. */
  private static <T> @Nullable T parsed(@Nullable String text, Function<String, T> parser) {
    try {
      return text == null ? null : parser.apply(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private Optional<CommandAction> action(OfStep.Done done) {
    return switch (done.act()) {
      case "handover" ->
          frame
              .need(done, "to", done.to(), "say who takes it, 'to: tech-lead'")
              .map(CommandAction.HandOver::new);
      case "severity" ->
          frame
              .need(done, "to", done.to(), "say the level, 'to: P1'")
              .flatMap(to -> level(done, to))
              .map(to -> new CommandAction.ChangeSeverity(to, reason(done)));
      case "declare" ->
          frame
              .need(done, "title", done.title(), "say what is wrong in a few words")
              .map(title -> declare(done, title));
      case "escalate" -> Optional.of(new CommandAction.Escalate(reason(done)));
      case "false-alarm" -> Optional.of(new CommandAction.MarkFalseAlarm(reason(done)));
      case "resolve" -> Optional.of(new CommandAction.Resolve(reason(done), Cause.UNSAID));
      default -> Optional.of(new CommandAction.Acknowledge());
    };
  }

  private Optional<Severity> level(OfStep.Done done, String to) {
    Optional<Severity> level =
        Arrays.stream(Severity.values()).filter(it -> it.name().equals(to)).findAny();
    if (level.isEmpty()) {
      List<String> levels = Arrays.stream(Severity.values()).map(Severity::name).toList();
      frame.reject(done, "to", "is no such level", Nearest.remedy(to, levels));
    }
    return level;
  }

  private static CommandAction declare(OfStep.Done done, String title) {
    return new CommandAction.Declare(
        title,
        done.service(),
        done.environment() == null ? Alert.PRODUCTION : done.environment(),
        done.severity());
  }

  private static String reason(OfStep.Done done) {
    return done.reason() == null ? WHY : done.reason();
  }
}
