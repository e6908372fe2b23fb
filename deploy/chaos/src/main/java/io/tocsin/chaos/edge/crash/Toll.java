package io.tocsin.chaos.edge.crash;

import io.tocsin.contracts.events.Channel;

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

  /** Whether a provider that can be asked has everything once; mail cannot be asked. */
  boolean holds() {
    return lost == 0 && unsettled == 0 && (doubled == 0 || channel == Channel.EMAIL);
  }

  static String head() {
    return "| channel | died | kills | sends | in flight | the provider had | lost | twice |"
        + " unsettled |\n"
        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |";
  }
}
