package io.tocsin.sandbox.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what a trigger carries: its payload and its links. */
final class PayloadReading {

  private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");
  private static final int SUMMARY_LIMIT = 1024;

  private final Fields event;
  private final List<String> errors;

  PayloadReading(Fields event, List<String> errors) {
    this.event = event;
    this.errors = errors;
  }

  PagerDutyPayload payload() {
    if (!(event.value("payload") instanceof Map<?, ?> json)) {
      errors.add("'payload' is missing or blank");
      return PagerDutyPayload.NONE;
    }
    Fields payload = new Fields(json);
    return new PagerDutyPayload(
        summary(payload),
        payload.required("source", "payload.source", errors),
        severity(payload),
        details(payload),
        event.list("links").stream().flatMap(PayloadReading::link).toList());
  }

  private String summary(Fields payload) {
    String summary = payload.required("summary", "payload.summary", errors);
    if (summary.codePointCount(0, summary.length()) > SUMMARY_LIMIT) {
      // The odd spelling is PagerDuty's own.
      errors.add("'summary' is too long (maiximum is 1024 characters)");
    }
    return summary;
  }

  private String severity(Fields payload) {
    String severity = payload.required("severity", "payload.severity", errors);
    if (!severity.isEmpty() && !SEVERITIES.contains(severity)) {
      errors.add(
          "'payload.severity' is invalid (must be one of the following:"
              + " 'critical', 'warning', 'error' or 'info')");
    }
    return severity;
  }

  private static Map<String, Object> details(Fields payload) {
    Map<String, Object> details = new LinkedHashMap<>();
    for (String name : List.of("component", "group", "class")) {
      String text = payload.text(name);
      if (!text.isEmpty()) {
        details.put(name, text);
      }
    }
    Object custom = payload.value("custom_details");
    if (custom instanceof Map<?, ?> map) {
      map.forEach((name, value) -> details.put(String.valueOf(name), value == null ? "" : value));
    } else if (custom != null) {
      details.put("custom_details", custom);
    }
    return details;
  }

  private static Stream<PagerDutyPayload.Link> link(Object json) {
    if (!(json instanceof Map<?, ?> map)) {
      return Stream.empty();
    }
    Fields link = new Fields(map);
    String href = link.text("href");
    return href.isEmpty()
        ? Stream.empty()
        : Stream.of(new PagerDutyPayload.Link(href, link.text("text")));
  }
}
