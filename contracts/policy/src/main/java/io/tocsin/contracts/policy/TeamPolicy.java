package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.calendar.BusinessHours;
import io.tocsin.contracts.policy.calendar.OnCall;
import io.tocsin.contracts.policy.calendar.OnCallBook;
import io.tocsin.contracts.policy.conduct.Conduct;
import io.tocsin.contracts.policy.conduct.PublicPage;
import io.tocsin.contracts.policy.runbook.Recognition;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import io.tocsin.contracts.policy.template.Templates;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One team's runbook as policy.
 *
 * @param folder below the root, as the operator knows it
 * @param services the catalog, by name
 * @param contacts by id (a role: {@code on-call})
 * @param severity how the level of an alert is decided
 * @param groupingLabels the labels that, with service and environment, make alerts one incident
 * @param playbook what it says beyond
 */
public record TeamPolicy(
    TeamCode code,
    String name,
    String folder,
    BusinessHours businessHours,
    Map<Severity, Level> levels,
    Map<String, CatalogService> services,
    Map<String, Contact> contacts,
    SeverityPolicy severity,
    List<String> groupingLabels,
    Timing timing,
    PublicPage statusPage,
    Playbook playbook) {

  public TeamPolicy {
    levels = Map.copyOf(levels);
    services = Map.copyOf(services);
    contacts = Map.copyOf(contacts);
    groupingLabels = List.copyOf(groupingLabels);
  }

  /** A role's contact, or a person who may hold a role. */
  Optional<Contact> contact(String id) {
    return Optional.ofNullable(contacts.get(id)).or(() -> person(id, Level.Clock.ALWAYS));
  }

  /** Who holds {@code role}, with the role's hours; empty where no rota says so. */
  Optional<Contact> called(String role, Instant now) {
    Contact own = contacts.get(role);
    Level.Clock hours = own == null ? Level.Clock.ALWAYS : own.hours();
    return onCall().holder(role, now).flatMap(holder -> person(holder.person(), hours));
  }

  private Optional<Contact> person(String id, Level.Clock hours) {
    return Optional.ofNullable(onCall().people().get(id))
        .map(
            person ->
                new Contact(
                    id, person.name(), hours, person.methods().byChannel(), person.notifyBy()));
  }

  public Conduct conduct() {
    return playbook.conduct();
  }

  public Recognition runbooks() {
    return playbook.runbooks();
  }

  public OnCall onCall() {
    return playbook.onCall();
  }

  public Templates templates() {
    return playbook.templates();
  }

  /** What the policy says of {@code severity}; the check sees to it that there is one. */
  public Level level(Severity severity) {
    return Objects.requireNonNull(
        levels.get(severity), () -> "policy of " + code + " lacks level " + severity);
  }

  TeamPolicy withoutRules() {
    return with(severity.withoutRules(), playbook);
  }

  TeamPolicy with(OnCallBook book) {
    return with(severity, playbook.with(book));
  }

  private TeamPolicy with(SeverityPolicy rules, Playbook beyond) {
    return new TeamPolicy(
        code,
        name,
        folder,
        businessHours,
        levels,
        services,
        contacts,
        rules,
        groupingLabels,
        timing,
        statusPage,
        beyond);
  }

  /**
   * Waits that hold for every level.
   *
   * @param watch how long stability is watched after recovery (RUN-06.3: at least 30 minutes)
   * @param holdDown how long a recovery before any acknowledgement must last
   */
  @Says("waits that hold for every level")
  public record Timing(
      @Says("how long stability is watched") @Default("30m") Duration watch,
      @Says("how long a recovery before any acknowledgement must last") @Default("5m")
          Duration holdDown) {}
}
