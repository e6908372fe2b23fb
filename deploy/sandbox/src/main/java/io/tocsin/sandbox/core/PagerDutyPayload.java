package io.tocsin.sandbox.core;

import java.util.List;
import java.util.Map;

/**
 * What a trigger tells the person who is paged.
 *
 * @param details component, group, class and custom details, by their names
 */
public record PagerDutyPayload(
    String summary, String source, String severity, Map<String, Object> details, List<Link> links) {

  static final PagerDutyPayload NONE = new PagerDutyPayload("", "", "", Map.of(), List.of());

  /** A link shown with the alert; the text may be empty. */
  public record Link(String href, String text) {}
}
