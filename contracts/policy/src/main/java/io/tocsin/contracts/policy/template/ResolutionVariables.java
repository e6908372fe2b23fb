package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.events.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How an incident ended (RUN-09). */
public final class ResolutionVariables {
  public static final Variable<String> COMPONENT =
      Variable.text("component", "What was affected, in words for stakeholders.");
  public static final Variable<Instant> INCIDENT_END =
      Variable.time("incident-end", "When it was resolved.");
  public static final Variable<Duration> DURATION =
      Variable.duration("duration", "How long it lasted.");
  public static final Variable<String> ROOT_CAUSE =
      Variable.text("root-cause", "Why it happened, in brief.");
  public static final Variable<String> RESOLUTION =
      Variable.text("resolution", "What ended it, in brief.");
  public static final Variable<Instant> REVIEW_DUE =
      Variable.time("review-due", "Until when the review is held and shared.");
  public static final Variable<Link> REVIEW_LINK =
      Variable.link("review-link", "The review document.");

  static final List<Variable<?>> ALL =
      List.of(COMPONENT, INCIDENT_END, DURATION, ROOT_CAUSE, RESOLUTION, REVIEW_DUE, REVIEW_LINK);

  private ResolutionVariables() {}
}
