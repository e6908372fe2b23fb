package io.tocsin.contracts.policy.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a template is for, and what it may show. */
public enum TemplateKind {
  PAGE(
      "The one line that rings: phone, text message, mail; PagerDuty shows `[P1] service: title` (RUN-08.2).",
      IncidentVariables.ALL,
      ServiceVariables.ALL),
  INCIDENT_MESSAGE(
      "What every channel is told of an incident (MHV-msg, MED-links, MED-contacts).",
      IncidentVariables.ALL,
      ServiceVariables.ALL),
  ACKNOWLEDGED(
      "Somebody has it (RUN-04.1a).",
      IncidentVariables.ALL,
      List.of(ProgressVariables.TIME, ProgressVariables.BY)),
  UPDATE(
      "An update in the incidents channel (RUN-07.1b).",
      IncidentVariables.ALL,
      ProgressVariables.UPDATE),
  REMINDER(
      "To who owes something: an update (RUN-07.1a), or a step of the first minutes (RUN-04.0).",
      IncidentVariables.ALL,
      List.of(
          ProgressVariables.OWED_BY,
          ProgressVariables.DUE,
          ProgressVariables.OVERDUE,
          ProgressVariables.MISSING)),
  QUESTIONS(
      "To whoever has it: what no alert said (RUN-02.2).",
      IncidentVariables.ALL,
      List.of(ProgressVariables.QUESTIONS, ProgressVariables.QUESTION)),
  FINDING(
      "A finding, as a comment on the ticket (RUN-05.3).",
      IncidentVariables.ALL,
      List.of(ProgressVariables.TIME, ProgressVariables.BY, ProgressVariables.FINDING)),
  STAKEHOLDER_NOTICE(
      "To the product owner, executives and other stakeholders (RUN-07.3, MHV-stake).",
      IncidentVariables.ALL,
      ProgressVariables.UPDATE),
  WAR_ROOM("A war room is open (RUN-08.3a).", IncidentVariables.ALL, ProgressVariables.WAR_ROOM),
  TICKET(
      "The incident's ticket: its title is the subject (RUN-04.3).",
      IncidentVariables.ALL,
      ServiceVariables.ALL),
  TICKET_CLOSED(
      "The comment that closes the ticket (RUN-09.2).",
      IncidentVariables.ALL,
      ResolutionVariables.ALL),
  RESOLUTION_NOTICE(
      "To everyone who was told of the incident (RUN-09.3, MHV-res).",
      IncidentVariables.ALL,
      ResolutionVariables.ALL),
  REVIEW_DOCUMENT(
      "The document of the post-incident review (RUN-10.3).",
      IncidentVariables.ALL,
      List.of(ProgressVariables.IMPACT),
      ResolutionVariables.ALL,
      ReviewVariables.ALL),
  ACTION_ITEM(
      "An action item's ticket: its title is the subject (RUN-10.4).",
      IncidentVariables.ALL,
      ReviewVariables.OF_AN_ACTION,
      List.of(ResolutionVariables.REVIEW_LINK)),
  DOWNTIME_PLANNED(
      "The planning of a downtime has begun (MHV-pd1, MHV-pd2).", DowntimeVariables.ALL),
  DOWNTIME_TOMORROW("The day before a planned downtime (MHV-pd2).", DowntimeVariables.ALL),
  DOWNTIME_CONCLUDED("A planned downtime has concluded (MHV-pd2).", DowntimeVariables.ALL);

  private final String purpose;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
  private final List<Variable<?>> variables;

  @SafeVarargs
  TemplateKind(String purpose, List<Variable<?>>... variables) {
    this.purpose = purpose;
    this.variables = Stream.of(variables).<Variable<?>>flatMap(List::stream).toList();
  }

  /** The name of its files, without what they end with: {@code resolution-notice}. */
  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One sentence for the operator, with the rules that it keeps. */
  public String purpose() {
    return purpose;
  }

  /** What its templates may show, in the order in which they are listed for people. */
  public List<Variable<?>> variables() {
    return variables;
  }

  static Optional<TemplateKind> ofFileName(String name) {
    return Arrays.stream(values()).filter(kind -> kind.fileName().equals(name)).findAny();
  }
}
