package io.tocsin.benchmarks.agreement;

/** Where it must be known then. */
enum Place {
  API("API"),
  PAGERDUTY("PagerDuty"),
  SLACK("Slack's first message"),
  PAGE("status page"),
  MONITOR("Datadog's monitor"),
  RUNG("who was rung by phone"),
  TOLD("who was told by text");

  private final String words;

  Place(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Whether {@code side} is this place itself: nobody is told what he said. */
  boolean isOwn(Side side) {
    return switch (this) {
      case PAGERDUTY -> side == Side.PAGERDUTY;
      case RUNG -> side == Side.KEY;
      case TOLD -> side == Side.TEXT;
      case API, SLACK, PAGE, MONITOR -> false;
    };
  }
}
