package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.notifier.edge.callback.Away;

/** Slack did not say in time who somebody is. */
final class PersonAway extends Away {
  private static final long serialVersionUID = 1L;

  PersonAway(SlackUser user, Throwable cause) {
    super(
        "Slack did not say in time who " + user.id() + " is",
        "Slack did not say in time who you are.",
        cause);
  }
}
