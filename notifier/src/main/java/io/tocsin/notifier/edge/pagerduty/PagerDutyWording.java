package io.tocsin.notifier.edge.pagerduty;

import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Content;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.runtime.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a page says in PagerDuty. */
final class PagerDutyWording {
  private static final int SUMMARY = 1024;
  private static final int DETAIL = 1024;

  private final String baseUrl;

  /**
   * @param baseUrl where people reach Tocsin; empty when it is not said
   */
  PagerDutyWording(String baseUrl) {
    this.baseUrl = baseUrl.replaceAll("/+$", "");
  }

  PagerDutyEvent trigger(Notification notification, String routingKey, String dedupKey) {
    @Nullable String link =
        baseUrl.isEmpty() ? null : baseUrl + "/incidents/" + notification.incident();
    return new PagerDutyEvent(
        routingKey,
        "trigger",
        dedupKey,
        payload(notification),
        link == null
            ? null
            : List.of(new PagerDutyEvent.Link(link, "Incident " + notification.incident())),
        "Tocsin",
        link);
  }

  private static PagerDutyEvent.Payload payload(Notification notification) {
    Content content = notification.content();
    String service = Text.plain(content.service());
    return new PagerDutyEvent.Payload(
        summary(notification),
        service.isEmpty() ? "tocsin" : Text.cut(service, DETAIL),
        severity(content.severity()),
        notification.requestedAt().toString(),
        service.isEmpty() ? null : Text.cut(service, DETAIL),
        Text.cut(Text.plain(content.environment()), DETAIL),
        level(content),
        details(notification));
  }

  /** {@code [P1] service: title}; how late it is stays when the title is cut. */
  static String summary(Notification notification) {
    Content content = notification.content();
    String late = late(notification.minutesLate());
    String text =
        "[%s] %s: %s"
            .formatted(level(content), Text.plain(content.service()), Text.plain(content.title()));
    return Text.cut(text, SUMMARY - late.length()) + late;
  }

  private static String late(@Nullable Long minutes) {
    if (minutes == null) {
      return "";
    }
    return minutes == 1 ? " (1 minute late)" : " (" + minutes + " minutes late)";
  }

  private static String level(Content content) {
    return content.severity() + (content.unknown() ? "-unknown" : "");
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case P1 -> "critical";
      case P2 -> "error";
      case P3 -> "warning";
      case P4 -> "info";
    };
  }

  private static Map<String, String> details(Notification notification) {
    Content content = notification.content();
    Map<String, String> details = new LinkedHashMap<>();
    details.put("incident", notification.incident().toString());
    details.put("severity", level(content));
    details.put("environment", Text.plain(content.environment()));
    details.put("started", content.startedAt().toString());
    details.put("role", content.role() == null ? notification.recipient() : content.role());
    details.put("reason", Text.plain(notification.reason().text()));
    return details;
  }
}
