package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Step;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Phase;
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
  private static final String REACT = "react";

  private static final List<String> ACTIONS =
      List.of(
          "acknowledge",
          "acknowledge-in-pagerduty",
          "resolve-in-pagerduty",
          "unacknowledge",
          "handover",
          "severity",
          "escalate",
          "false-alarm",
          "resolve",
          "declare",
          "assessment",
          "update",
          "finding",
          "comment",
          "phase",
          "close",
          REACT);

  /** What the API is to take: a pending case may have it done. */
  private static final List<String> TO_COME =
      List.of(
          "press-button",
          "report",
          "mitigation",
          "smoke-test",
          "probe",
          "responder",
          "role",
          "confirmation",
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
    if (done.act().equals(REACT)) {
      return said(done, "emoji", "say which, 'with: {emoji: eyes}'")
          .map(emoji -> new Step.Reacted(done.by(), team(done), incident(done), emoji));
    }
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
    return new Step.Done(done.by(), team(done), incident(done), action);
  }

  private static @Nullable IncidentId incident(OfStep.Done done) {
    return parsed(done.incident(), IncidentId::parse);
  }

  private TeamCode team(OfStep.Done done) {
    TeamCode named = parsed(done.team(), TeamCode::new);
    IncidentId incident = incident(done);
    TeamCode usual = incident == null ? frame.code() : incident.team();
    return named == null ? usual : named;
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
      case "resolve" -> Optional.of(new CommandAction.Resolve(reason(done), With.of(done).cause()));
      case "resolve-in-pagerduty" -> Optional.of(new CommandAction.ReportRecovery());
      case "unacknowledge" -> Optional.of(new CommandAction.Unacknowledge());
      case "assessment" -> Optional.of(new CommandAction.Assess(With.of(done).answers()));
      case "update" -> Optional.of(new CommandAction.PostUpdate(With.of(done).update()));
      case "finding" ->
          said(done, "text", "say what was found, 'with: {text: …}'")
              .map(CommandAction.RecordFinding::new);
      case "comment" -> Optional.of(new CommandAction.Note(reason(done)));
      case "phase" -> phase(done);
      case "close" -> Optional.of(new CommandAction.Close(With.of(done).cause()));
      default -> Optional.of(new CommandAction.Acknowledge());
    };
  }

  private Optional<String> said(OfStep.Done done, String field, String remedy) {
    return frame.need(done, "with", With.of(done).text(field), remedy);
  }

  private Optional<CommandAction> phase(OfStep.Done done) {
    Optional<String> name = said(done, "is", "say which, 'with: {is: implementing fix}'");
    try {
      return name.map(Phase::parse).map(CommandAction.EnterPhase::new);
    } catch (IllegalArgumentException e) {
      frame.reject(done, "with", "is no such phase", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
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
