package io.tocsin.notifier;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.policy.CatchAll;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Installation;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Playbook;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.conduct.Audience;
import io.tocsin.contracts.policy.conduct.Conduct;
import io.tocsin.contracts.policy.message.MessageText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A team whose people have mail and a telephone, and what they are told. */
public final class Reachable {
  public static final String NUMBER = "+12025550101";

  private Reachable() {}

  public static Policies policies() {
    Policies base = Fixtures.policies(0);
    TeamPolicy team = base.teams().get(Fixtures.TEAM);
    return new Policies(
        base.hash(),
        Map.of(
            Fixtures.TEAM,
            new TeamPolicy(
                team.code(),
                team.name(),
                team.folder(),
                team.businessHours(),
                team.levels(),
                team.services(),
                Map.of(
                    "on-call",
                    contact("on-call", "On-call engineer", NUMBER, "oncall@example.com"),
                    "devops-lead",
                    contact("devops-lead", "DevOps lead", "${PHONE_LEAD}", "${MAIL_LEAD}")),
                team.severity(),
                team.groupingLabels(),
                team.timing(),
                team.statusPage(),
                new Playbook(
                    conduct(),
                    Playbook.PLAIN.runbooks(),
                    Playbook.PLAIN.onCall(),
                    Playbook.PLAIN.templates()))),
        base.integrations(),
        new CatchAll(base.catchAll().code(), base.catchAll().name(), Map.of(), List.of()),
        new Installation(0));
  }

  private static Contact contact(String id, String name, String phone, String mail) {
    return new Contact(
        id, name, Level.Clock.ALWAYS, Map.of(Channel.PHONE, phone, Channel.EMAIL, mail));
  }

  private static Conduct conduct() {
    Conduct plain = Conduct.PLAIN;
    return new Conduct(
        Map.of(
            "stakeholders",
            new Audience(
                "stakeholders",
                "Stakeholders",
                null,
                List.of(),
                List.of("product@example.com", "executives@example.com"),
                List.of(),
                Set.of(),
                null)),
        plain.groups(),
        plain.firstResponse(),
        plain.ticket(),
        plain.escalateWhen(),
        plain.warRoom(),
        plain.health(),
        plain.closure(),
        plain.review(),
        plain.targets(),
        plain.alertReport(),
        plain.security(),
        plain.plans(),
        plain.help(),
        plain.maintenance());
  }

  public static Notification page(Channel channel) {
    return Fixtures.notification(142, 2, Act.PAGE, List.of(1), channel);
  }

  /** A message of that kind to {@code recipient} while the incident is in {@code state}. */
  public static Notification told(
      Channel channel,
      Act act,
      MessageKind kind,
      IncidentState state,
      String recipient,
      Map<String, String> said) {
    Notification base = Fixtures.notification(142, 7, act, List.of(), channel);
    Notification.Content content = base.content();
    return new Notification(
        NotificationId.of(base.incident(), 7, channel, recipient),
        base.incident(),
        7,
        channel,
        recipient,
        act,
        act == Act.TELL ? List.of() : List.of(1),
        new Notification.Content(
            content.severity(),
            content.unknown(),
            content.title(),
            content.service(),
            content.environment(),
            content.startedAt(),
            null,
            kind,
            state,
            recipient.startsWith("audience:") ? recipient.substring(9) : null,
            state == IncidentState.OPEN ? null : "devops-lead",
            content.briefing(),
            content.evidence(),
            null,
            said),
        null,
        base.reason(),
        base.requestedAt(),
        base.policy());
  }

  public static Notification acknowledged(Channel channel, String by) {
    return told(
        channel,
        Act.ACKNOWLEDGE,
        MessageKind.ACKNOWLEDGED,
        IncidentState.ACKNOWLEDGED,
        "on-call",
        Map.of("by", by, "time", Fixtures.NOW.toString()));
  }

  public static Notification resolved(Channel channel, IncidentState state) {
    return told(
        channel,
        Act.RESOLVE,
        MessageKind.RESOLUTION_NOTICE,
        state,
        "on-call",
        Map.of(
            "by",
            "devops-lead",
            "incident-end",
            Fixtures.NOW.plusSeconds(3_600).toString(),
            "root-cause",
            "connections were leaked",
            "resolution",
            "rolled back"));
  }

  public static Notification incidentMessage(Channel channel, String recipient) {
    return told(
        channel, Act.TELL, MessageKind.INCIDENT_MESSAGE, IncidentState.OPEN, recipient, Map.of());
  }

  /** The words of {@link #policies()}, pinned and current. */
  public static MessageText words(Notification notification) {
    return new MessageText(policies(), policies(), "https://tocsin.example.com");
  }
}
