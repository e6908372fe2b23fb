package io.tocsin.contracts.policy.message;

import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.policy.Playbook;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.template.Medium;
import io.tocsin.contracts.policy.template.Rendered;
import io.tocsin.contracts.policy.template.TemplateKind;
import io.tocsin.contracts.policy.template.Templates;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What a notification says on a medium: the team's template, filled in (MHV-msg, MED-links). */
public final class MessageText {
  private final Policies pinned;
  private final Policies current;
  private final String baseUrl;

  /**
   * @param pinned the policy that the incident opened under: its templates hold
   * @param current catalog and contacts, so that a wrong link can be mended at night
   * @param baseUrl where people reach Tocsin; empty when it is not said
   */
  public MessageText(Policies pinned, Policies current, String baseUrl) {
    this.pinned = pinned;
    this.current = current;
    this.baseUrl = baseUrl.replaceAll("/+$", "");
  }

  /** The message as {@code medium} shows it; it never fails, and what is not known says so. */
  public Rendered of(Notification notification, Medium medium) {
    return of(notification, kind(notification), medium);
  }

  /** The same by another template, as the first message of an incident when it is edited. */
  public Rendered of(Notification notification, TemplateKind kind, Medium medium) {
    return templates(notification)
        .render(
            kind,
            medium,
            new MessageValues(notification, current, baseUrl).all(),
            zone(notification));
  }

  private static TemplateKind kind(Notification notification) {
    return TemplateKind.valueOf(notification.content().kind().name());
  }

  private Templates templates(Notification notification) {
    return pinned
        .team(notification.incident().team())
        .or(() -> current.team(notification.incident().team()))
        .map(TeamPolicy::templates)
        .orElse(Playbook.PLAIN.templates());
  }

  private ZoneId zone(Notification notification) {
    return current
        .team(notification.incident().team())
        .map(team -> team.businessHours().zone())
        .orElse(ZoneOffset.UTC);
  }
}
