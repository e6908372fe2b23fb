package io.tocsin.chaos.edge.crash;

import io.tocsin.contracts.events.Channel;
import java.util.EnumSet;
import java.util.Set;

/**
 * What one channel lost and doubled at one point of a send.
 *
 * @param kills how often the notifier died there
 * @param sends that were handed to it, all rounds together
 * @param inFlight of them, without a result when it died
 * @param had of them, that their provider had when it died
 * @param lost that no receiver has
 * @param doubled that a receiver has more than once
 * @param unsettled of which the notifier still does not say what became
 */
record Toll(
    Channel channel,
    Moment moment,
    int kills,
    int sends,
    int inFlight,
    int had,
    int lost,
    int doubled,
    int unsettled) {
  private static final Set<Channel> UNASKED = EnumSet.of(Channel.EMAIL, Channel.DATADOG);

  Toll plus(Toll other) {
    return new Toll(
        channel,
        moment,
        kills + other.kills,
        sends + other.sends,
        inFlight + other.inFlight,
        had + other.had,
        lost + other.lost,
        doubled + other.doubled,
        unsettled + other.unsettled);
  }

  String row() {
    return "| %s | %s | %d | %d | %d | %d | %d | %d | %d |"
        .formatted(
            channel.wireName(),
            moment.label().replace('-', ' '),
            kills,
            sends,
            inFlight,
            had,
            lost,
            doubled,
            unsettled);
  }

  /** Whether a provider that can be asked has everything once; mail and Datadog cannot be. */
  boolean holds() {
    return lost == 0 && unsettled == 0 && (doubled == 0 || UNASKED.contains(channel));
  }

  static String head() {
    return "| channel | died | kills | sends | in flight | the provider had | lost | twice |"
        + " unsettled |\n"
        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |";
  }
}
