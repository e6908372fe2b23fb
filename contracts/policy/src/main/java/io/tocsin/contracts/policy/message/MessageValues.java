package io.tocsin.contracts.policy.message;

import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.Link;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Content;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.CatalogService;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.conduct.Audience;
import io.tocsin.contracts.policy.template.IncidentVariables;
import io.tocsin.contracts.policy.template.Mention;
import io.tocsin.contracts.policy.template.ResolutionVariables;
import io.tocsin.contracts.policy.template.Values;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a template may show of a notification: its own content, and the catalog's. */
final class MessageValues {
  private final Notification notification;
  private final Content content;
  private final @Nullable TeamPolicy team;
  private final Names names;
  private final String baseUrl;

  MessageValues(Notification notification, Policies policies, String baseUrl) {
    this.notification = notification;
    this.content = notification.content();
    this.baseUrl = baseUrl;
    this.team = policies.team(notification.incident().team()).orElse(null);
    this.names = new Names(policies, notification.incident().team(), notification.requestedAt());
  }

  Values all() {
    Values incident = ofIncident();
    CatalogService service = team == null ? null : team.services().get(content.service());
    return new SaidValues(content, names)
        .onto(
            service == null
                ? incident.with(ResolutionVariables.COMPONENT, content.service())
                : new ServiceValues(service, content.environment(), names).onto(incident));
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
        .with(IncidentVariables.MONITOR, monitor())
        .with(IncidentVariables.REASON, reason())
        .with(IncidentVariables.OWNER, content.owner() == null ? null : names.of(content.owner()))
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

  /** The monitor itself where the alert says which it is (RUN-04.1c), else where it is shown. */
  private @Nullable Link monitor() {
    List<Link> links = content.briefing().links();
    return links.stream()
        .filter(link -> link.text().equals(Link.MONITOR))
        .findFirst()
        .or(() -> links.stream().findFirst())
        .orElse(null);
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
            .map(tag -> forwards.with(IncidentVariables.TAG, Mention.ofSlack(tag)))
            .toList();
  }
}
