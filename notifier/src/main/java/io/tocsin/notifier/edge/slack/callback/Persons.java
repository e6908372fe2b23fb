package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.notifier.edge.callback.People;
import io.tocsin.notifier.edge.slack.SlackNames;
import io.tocsin.notifier.edge.slack.SlackPeople;
import java.util.Optional;

/**
 * Who of the policy somebody in Slack is: by the id of their account, by the mail address of whom
 * it names otherwise, else by their user name, which Slack is asked for where a callback does not
 * say it.
 */
final class Persons {
  private final People people;
  private final SlackNames names;
  private final SlackPeople slack;

  Persons(People people, SlackNames names, SlackPeople slack) {
    this.people = people;
    this.names = names;
    this.slack = slack;
  }

  /** The id of the person or contact; the team's own before another's. */
  Optional<String> of(TeamCode team, SlackUser user) {
    return people
        .byAddress(team, Channel.SLACK, user.id())
        .or(
            () ->
                names.of(user.id()).stream()
                    .flatMap(name -> people.byAddress(team, Channel.SLACK, name).stream())
                    .findFirst())
        .or(() -> name(user).flatMap(name -> people.byAddress(team, Channel.SLACK, "@" + name)));
  }

  private Optional<String> name(SlackUser user) {
    return user.name().isEmpty() ? slack.name(user.id()) : Optional.of(user.name());
  }
}
