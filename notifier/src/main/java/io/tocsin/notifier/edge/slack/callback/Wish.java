package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.TeamCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody in Slack wants done.
 *
 * @param incident null for a declaration
 * @param delivery the same for each repeat of the same deed
 */
record Wish(
    TeamCode team,
    @Nullable IncidentId incident,
    CommandAction action,
    SlackUser user,
    String delivery,
    Instant at) {

  static Wish of(
      IncidentId incident, CommandAction action, SlackUser user, String delivery, Instant at) {
    return new Wish(incident.team(), incident, action, user, delivery, at);
  }
}
