package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Holds;
import io.tocsin.allinone.cases.Step;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.TeamCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people do: {@code do: acknowledge, by: on-call}. */
final class CommandReader {
  static final List<String> KEYS =
      List.of(
          "at",
          "do",
          "by",
          "incident",
          "team",
          "to",
          "reason",
          "title",
          "service",
          "environment",
          "severity",
          "with");

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

  Optional<Step.Given> read(Fields fields) {
    fields.allow(KEYS);
    String by = fields.need("by", Form.TEXT, "say who does it, 'by: on-call'").orElse("");
    Optional<String> name = fields.find("do", action());
    if (name.filter(ACTIONS::contains).isEmpty()) {
      return name.map(action -> new Step.NotYetDone(by, action));
    }
    Form<String> incidents = frame.vocabulary().form(Holds.INCIDENT, false);
    Optional<IncidentId> incident = fields.find("incident", incidents).map(IncidentId::parse);
    TeamCode team =
        fields
            .find("team", frame.vocabulary().form(Holds.TEAM, false))
            .map(TeamCode::new)
            .orElse(incident.map(IncidentId::team).orElse(frame.code()));
    return name.flatMap(action -> action(action, fields))
        .map(action -> new Step.Done(by, team, incident.orElse(null), action));
  }

  private Form<String> action() {
    List<String> known = new ArrayList<>(ACTIONS);
    if (frame.pending()) {
      known.addAll(TO_COME);
    }
    return new Form<>(
        "is nothing that a person can do yet",
        wrong ->
            TO_COME.contains(wrong)
                ? "write 'pending: why' into the case until it is"
                : Names.remedy(wrong, known),
        text -> Optional.of(text).filter(known::contains));
  }

  private static Optional<CommandAction> action(String name, Fields fields) {
    return switch (name) {
      case "handover" ->
          fields
              .need("to", Form.TEXT, "say who takes it, 'to: tech-lead'")
              .map(CommandAction.HandOver::new);
      case "severity" ->
          fields
              .need("to", Form.LEVEL, "say the level, 'to: P1'")
              .map(to -> new CommandAction.ChangeSeverity(to, reason(fields)));
      case "declare" ->
          fields
              .need("title", Form.TEXT, "say what is wrong in a few words")
              .map(title -> declare(fields, title));
      case "escalate" -> Optional.of(new CommandAction.Escalate(reason(fields)));
      case "false-alarm" -> Optional.of(new CommandAction.MarkFalseAlarm(reason(fields)));
      case "resolve" -> Optional.of(new CommandAction.Resolve(reason(fields), Cause.UNSAID));
      default -> Optional.of(new CommandAction.Acknowledge());
    };
  }

  private static CommandAction declare(Fields fields, String title) {
    return new CommandAction.Declare(
        title,
        fields.find("service", Form.TEXT).orElse(null),
        fields.find("environment", Form.TEXT).orElse(Alert.PRODUCTION),
        fields.find("severity", Form.LEVEL).orElse(null));
  }

  private static String reason(Fields fields) {
    return fields.find("reason", Form.TEXT).orElse(WHY);
  }
}
