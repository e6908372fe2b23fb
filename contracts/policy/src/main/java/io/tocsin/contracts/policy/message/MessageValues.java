package io.tocsin.contracts.policy.message;

import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.Link;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Content;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.CatalogService;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.catalog.FeatureFlag;
import io.tocsin.contracts.policy.catalog.PagerDutyService;
import io.tocsin.contracts.policy.catalog.Sensitivity;
import io.tocsin.contracts.policy.conduct.Audience;
import io.tocsin.contracts.policy.severity.Question;
import io.tocsin.contracts.policy.template.IncidentVariables;
import io.tocsin.contracts.policy.template.Mention;
import io.tocsin.contracts.policy.template.ProgressVariables;
import io.tocsin.contracts.policy.template.ResolutionVariables;
import io.tocsin.contracts.policy.template.ServiceVariables;
import io.tocsin.contracts.policy.template.Values;
import io.tocsin.contracts.policy.template.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a template may show of a notification: its own content, and the catalog's. */
final class MessageValues {
  private static final String DASHBOARD = "Dashboard";
  private final Notification notification;
  private final Content content;
  private final @Nullable TeamPolicy team;
  private final @Nullable CatalogService service;
  private final Policies policies;
  private final String baseUrl;

  MessageValues(Notification notification, Policies policies, String baseUrl) {
    this.notification = notification;
    this.content = notification.content();
    this.policies = policies;
    this.baseUrl = baseUrl;
    this.team = policies.team(notification.incident().team()).orElse(null);
    this.service = team == null ? null : team.services().get(content.service());
  }

  Values all() {
    return said(ofService(ofIncident()));
  }

  private Values ofIncident() {
    Long late = notification.minutesLate();
    return Values.none()
        .with(IncidentVariables.INCIDENT, notification.incident().toString())
        .with(IncidentVariables.TITLE, content.title())
        .with(IncidentVariables.SEVERITY, content.severity().name())
        .with(IncidentVariables.SEVERITY_UNKNOWN, content.unknown())
        .with(IncidentVariables.SERVICE, content.service())
        .with(IncidentVariables.ENVIRONMENT, content.environment())
        .with(IncidentVariables.TEAM, team == null ? null : team.name())
        .with(IncidentVariables.SUMMARY, content.briefing().summary())
        .with(IncidentVariables.ESTIMATED_USER_IMPACT, content.briefing().impact())
        .with(IncidentVariables.INCIDENT_START, content.startedAt())
        .with(IncidentVariables.INCIDENT_LINK, incidentLink())
        .with(
            IncidentVariables.MONITOR, content.briefing().links().stream().findFirst().orElse(null))
        .with(IncidentVariables.REASON, reason())
        .with(IncidentVariables.OWNER, content.owner() == null ? null : named(content.owner()))
        .with(IncidentVariables.LATE_BY, late == null ? null : Duration.ofMinutes(late))
        .with(IncidentVariables.AUDIENCE, audience());
  }

  /** What says what the incident is says why it has its level. */
  private String reason() {
    Reason decidedBy = content.decidedBy();
    return switch (content.kind()) {
      case INCIDENT_MESSAGE, TICKET ->
          decidedBy == null ? notification.reason().text() : decidedBy.text();
      default -> notification.reason().text();
    };
  }

  private @Nullable Link incidentLink() {
    String id = notification.incident().toString();
    return baseUrl.isEmpty() ? null : new Link(id, baseUrl + "/incidents/" + id);
  }

  private List<Values> audience() {
    Audience told =
        team == null || content.audience() == null
            ? null
            : team.conduct().audiences().get(content.audience());
    if (told == null || !Told.isAudience(notification.recipient())) {
      return List.of();
    }
    Values forwards = Values.none().with(IncidentVariables.FORWARDS_TO, told.forwards());
    return told.tag().isEmpty()
        ? List.of(forwards.with(IncidentVariables.TAG, new Mention(told.title(), null)))
        : told.tag().stream()
            .map(tag -> forwards.with(IncidentVariables.TAG, mention(tag)))
            .toList();
  }

  private Values ofService(Values values) {
    if (service == null) {
      return values.with(ResolutionVariables.COMPONENT, content.service());
    }
    Optional<FeatureFlag> flag = service.flags().stream().findFirst();
    PagerDutyService pagerDuty = service.pagerduty().get(content.environment());
    return values
        .with(ResolutionVariables.COMPONENT, service.title())
        .with(ServiceVariables.DASHBOARD, link(DASHBOARD, service.links().get(DASHBOARD)))
        .with(
            ServiceVariables.PAGERDUTY_SERVICE,
            link("PagerDuty", pagerDuty == null ? null : pagerDuty.page()))
        .with(ServiceVariables.STAKEHOLDER_CHANNEL, channel(service.slack().stakeholders()))
        .with(ServiceVariables.DOWNSTREAM_CHANNEL, channel(service.slack().downstream()))
        .with(ServiceVariables.FEATURE_FLAG, flag.map(FeatureFlag::name).orElse(null))
        .with(ServiceVariables.ROLL_BACK, flag.map(FeatureFlag::rollBack).orElse(null))
        .with(ServiceVariables.DATA_SENSITIVITY, sensitivity(service))
        .with(
            ServiceVariables.CONTACTS,
            people(
                Stream.concat(
                    service.contacts().product().stream(),
                    service.contacts().engineering().stream())))
        .with(ServiceVariables.OUTAGE_CONTACTS, people(service.contacts().outage().stream()));
  }

  private static @Nullable String sensitivity(CatalogService service) {
    if (service.data().sensitivity() == Sensitivity.NONE) {
      return null;
    }
    String kind = service.data().sensitivity().name().toLowerCase(Locale.ROOT);
    return service.data().logs() == null ? kind : kind + ": " + service.data().logs();
  }

  private List<Values> people(Stream<String> roles) {
    return roles
        .distinct()
        .map(
            role ->
                Values.none()
                    .with(ServiceVariables.ROLE, named(role))
                    .with(ServiceVariables.PERSON, holder(role)))
        .toList();
  }

  private String named(String id) {
    return policies.contact(notification.incident().team(), id).map(Contact::name).orElse(id);
  }

  private String holder(String role) {
    return policies
        .called(notification.incident().team(), role, notification.requestedAt())
        .map(Contact::name)
        .orElse(role);
  }

  private Values said(Values values) {
    Values all = values;
    for (Variable<String> variable :
        List.of(
            ProgressVariables.STATUS,
            ProgressVariables.IMPACT,
            ProgressVariables.ACTIONS_TAKEN,
            ProgressVariables.NEXT_STEPS,
            ProgressVariables.FINDING,
            ProgressVariables.QUESTION,
            ResolutionVariables.ROOT_CAUSE,
            ResolutionVariables.RESOLUTION)) {
      all = all.with(variable, content.said().get(variable.name()));
    }
    for (Variable<Instant> variable :
        List.of(
            ProgressVariables.TIME,
            ProgressVariables.ETA,
            ProgressVariables.DUE,
            ResolutionVariables.INCIDENT_END)) {
      all = all.with(variable, time(variable.name()));
    }
    String by = content.said().get(ProgressVariables.BY.name());
    Instant end = time(ResolutionVariables.INCIDENT_END.name());
    return all.with(ProgressVariables.BY, by == null ? null : named(by))
        .with(
            ResolutionVariables.DURATION,
            end == null ? null : Duration.between(content.startedAt(), end))
        .with(ProgressVariables.MISSING, lines("missing", ProgressVariables.STEP))
        .with(ProgressVariables.QUESTIONS, lines("questions", ProgressVariables.QUESTION));
  }

  private @Nullable Instant time(String name) {
    String text = content.said().get(name);
    return text == null ? null : Instant.parse(text);
  }

  private List<Values> lines(String name, Variable<String> field) {
    return content
        .said()
        .getOrDefault(name, "")
        .lines()
        .map(line -> Values.none().with(field, asked(line)))
        .toList();
  }

  /** A question of the assessment in the runbook's words; a fact by its name. */
  private static String asked(String name) {
    return Stream.of(Question.values())
        .filter(question -> question.wireName().equals(name))
        .map(Question::text)
        .findFirst()
        .orElse(name.replace('-', ' '));
  }

  private static @Nullable Link link(String text, @Nullable String href) {
    return href == null ? null : new Link(text, href);
  }

  private static @Nullable Mention channel(@Nullable String name) {
    return name == null ? null : mention(name);
  }

  /** A Slack id in the policy tells; a name is shown, and tells nobody. */
  private static Mention mention(String slack) {
    return slack.matches("[UWSCG][A-Z0-9]{6,}")
        ? new Mention(slack, slack)
        : new Mention(slack, null);
  }
}
