package io.tocsin.benchmarks.agreement;

/** Where somebody says that they have it. */
enum Side {
  API("the API"),
  PAGERDUTY("PagerDuty"),
  SLACK("a button in Slack"),
  COMMAND("/incident in Slack"),
  REACTION("a reaction in Slack"),
  KEY("a key on the phone"),
  TEXT("an answer to a text");

  private final String words;

  Side(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
