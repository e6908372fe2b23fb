package io.tocsin.statuspage.core;

import io.tocsin.contracts.events.Severity;

/**
 * Every sentence the public reads about an incident. They are chosen, never copied: no alert's and
 * no person's text reaches the page.
 */
public final class PublicText {
  private PublicText() {}

  /** The incident's public name. */
  public static String name(Component component, Severity severity) {
    return component.title() + ": " + what(severity);
  }

  /** What the update says that begins {@code phase}. */
  public static String body(Phase phase, Component component, Severity severity) {
    String title = component.title();
    return switch (phase) {
      case IDENTIFIED -> "We are aware of %s %s.".formatted(some(severity), title);
      case INVESTIGATING -> "We are investigating %s %s.".formatted(some(severity), title);
      case ROOT_CAUSE_IDENTIFIED ->
          "We have found the cause of the %s %s.".formatted(trouble(severity), title);
      case IMPLEMENTING_FIX ->
          "We are putting a fix in place for the %s %s.".formatted(trouble(severity), title);
      case MONITORING ->
          "%s has recovered. We are monitoring it to make sure that it stays well."
              .formatted(title);
      case RESOLVED -> "This incident has been resolved. %s is working normally.".formatted(title);
    };
  }

  private static String some(Severity severity) {
    return severity == Severity.P2 ? trouble(severity) : "a " + trouble(severity);
  }

  private static String trouble(Severity severity) {
    return what(severity)
        + switch (severity) {
          case P1, P2 -> " of";
          case P3, P4 -> " with";
        };
  }

  private static String what(Severity severity) {
    return switch (severity) {
      case P1 -> "service disruption";
      case P2 -> "degraded performance";
      case P3, P4 -> "minor problem";
    };
  }
}
