package io.tocsin.contracts.policy.severity;

import io.tocsin.contracts.events.Alert;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The fields of an alert by JSON pointer (RFC 6901): {@code /title}, {@code /labels/error_rate}.
 */
final class AlertFields {
  private static final String LABELS = "/labels/";
  static final List<String> TEXTS =
      List.of("/title", "/description", "/said", "/level", "/service", "/environment");

  private AlertFields() {}

  /** Whether an alert can have {@code pointer}. */
  static boolean exists(String pointer) {
    return TEXTS.contains(pointer)
        || pointer.startsWith(LABELS) && pointer.length() > LABELS.length();
  }

  /** What {@code alert} has there; empty when it has nothing. */
  static Optional<String> at(Alert alert, String pointer) {
    if (pointer.startsWith(LABELS)) {
      String name = pointer.substring(LABELS.length()).replace("~1", "/").replace("~0", "~");
      return Optional.ofNullable(alert.labels().get(name));
    }
    String text =
        switch (pointer) {
          case "/title" -> alert.title();
          case "/description" -> alert.description();
          case "/said" -> alert.said();
          case "/level" -> Objects.requireNonNullElse(alert.level(), "");
          case "/service" -> Objects.requireNonNullElse(alert.service(), "");
          case "/environment" -> alert.environment();
          default -> "";
        };
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** Title and description, as patterns look at them. */
  static String text(Alert alert) {
    return alert.title() + "\n" + alert.description();
  }
}
