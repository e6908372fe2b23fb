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
    return switch (phase) {
      case INVESTIGATING -> "We are investigating %s.".formatted(sentence(component, severity));
      case MONITORING ->
          "%s has recovered. We are monitoring it to make sure that it stays well."
              .formatted(component.title());
      case RESOLVED ->
          "This incident has been resolved. %s is working normally.".formatted(component.title());
    };
  }

  private static String sentence(Component component, Severity severity) {
    return switch (severity) {
      case P1 -> "a service disruption of " + component.title();
      case P2 -> "degraded performance of " + component.title();
      case P3, P4 -> "a minor problem with " + component.title();
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
