package io.tocsin.notifier.edge.datadog;

import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.policy.message.MessageText;
import io.tocsin.contracts.policy.template.Medium;
import io.tocsin.contracts.policy.template.Rendered;
import io.tocsin.contracts.runtime.Text;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the event says: the team's template, and tags by which it is found at its monitor. */
final class DatadogWording {
  private static final int TITLE = 500;

  /** In an event's text {@code @somebody} has Datadog write to them. */
  private static final String AT = "@";

  private static final String AT_NOBODY = "@\u200B";

  private final Supplier<String> installation;
  private final Function<Notification, MessageText> words;
  private final String baseUrl;

  /**
   * @param installation the id that tells this installation's events from another's
   * @param words how a notification is said
   * @param baseUrl where people reach Tocsin; empty when it is not said
   */
  DatadogWording(
      Supplier<String> installation, Function<Notification, MessageText> words, String baseUrl) {
    this.installation = installation;
    this.words = words;
    this.baseUrl = baseUrl.replaceAll("/+$", "");
  }

  DatadogEvent of(Notification notification, Monitor monitor) {
    String incident = notification.incident().toString();
    Rendered said = words.apply(notification).of(notification, Medium.DATADOG);
    String link = baseUrl.isEmpty() ? "" : "\n" + baseUrl + "/incidents/" + incident;
    String text = mentioningNobody(said.text());
    return new DatadogEvent(
        Text.cut(
            mentioningNobody(incident + ": " + Objects.requireNonNullElse(said.subject(), text)),
            TITLE),
        Text.cut(text, Medium.DATADOG.limit() - link.length()) + link,
        List.of(
            "monitor_id:" + monitor.id(),
            "incident:" + incident,
            "service:" + notification.content().service(),
            "severity:" + notification.content().severity(),
            "notification:" + notification.id()),
        "info",
        "tocsin-" + installation.get() + "-" + incident,
        notification.requestedAt().getEpochSecond());
  }

  private static String mentioningNobody(String text) {
    return text.replace(AT, AT_NOBODY);
  }
}
