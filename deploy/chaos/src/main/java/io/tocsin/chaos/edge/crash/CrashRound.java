package io.tocsin.chaos.edge.crash;

import io.tocsin.chaos.core.Records;
import io.tocsin.chaos.edge.system.Patience;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One death of the notifier, with many sends of some channels in flight. */
final class CrashRound {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration SETTLING = Duration.ofSeconds(90);
  private static final Duration RESERVING = Duration.ofSeconds(8);
  private static final Duration ON_THE_WAY = Duration.ofMillis(700);

  /** Longer than the notifier's patience with one try. */
  private static final Duration WITHHELD = Duration.ofSeconds(60);

  /** Shorter, and long enough to cut Kafka off meanwhile. */
  private static final Duration LATE = Duration.ofMillis(2_500);

  private static final Duration TAKING = Duration.ofMillis(3_700);
  private static final Duration ANSWERING = Duration.ofSeconds(9);
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final CrashHouse house;
  private final Moment moment;
  private final List<Mailbag> bags;
  private final List<Notification> flight;

  CrashRound(CrashHouse house, Moment moment, List<Mailbag> bags) {
    this.house = house;
    this.moment = moment;
    this.bags = bags;
    this.flight = bags.stream().flatMap(bag -> bag.flight().stream()).toList();
  }

  /** Plays it, and counts for each channel what its receivers have in the end. */
  Map<Channel, Toll> play() throws IOException {
    house.provider().forget();
    house.seen().begin();
    deliverInPeace();
    long before = house.concluded();
    prepare();
    house.send(flight);
    boolean reserved = Patience.until(RESERVING, () -> known(states()) == flight.size());
    await(before);
    house.kill();
    Map<NotificationId, Delivery.State> atDeath = settledStates();
    Copies had = copies();
    house.revive();
    boolean settled = Patience.until(SETTLING, () -> unsettled(states(), flight) == 0);
    Patience.pass(settled && reserved ? QUIET : QUIET.multipliedBy(2));
    return count(atDeath, had);
  }

  private void deliverInPeace() throws IOException {
    List<Notification> all = bags.stream().flatMap(bag -> bag.before().stream()).toList();
    house.send(all);
    if (!Patience.until(SOON, () -> unsettled(states(), all) == 0)) {
      throw new IOException("what is to be followed was not delivered: " + states());
    }
  }

  private void prepare() throws IOException {
    List<String> providers = flight.stream().map(it -> it.channel().wireName()).distinct().toList();
    switch (moment) {
      case AFTER_RESERVE -> house.silenceProviders();
      case AFTER_SEND -> house.provider().late(providers, WITHHELD);
      case BEFORE_RECORD -> house.provider().late(providers, LATE);
    }
  }

  /** Until the sends have come to the point at which the notifier is to die. */
  private void await(long before) {
    boolean unused =
        switch (moment) {
          case AFTER_RESERVE -> Patience.until(ON_THE_WAY, () -> false);
          case AFTER_SEND -> Patience.until(TAKING, () -> received() >= flight.size());
          case BEFORE_RECORD -> {
            house.cutKafka();
            yield Patience.until(ANSWERING, () -> concluded() >= before + flight.size());
          }
        };
  }

  private long concluded() {
    try {
      return house.concluded();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private long received() {
    try {
      Copies copies = copies();
      return flight.stream().filter(it -> copies.of(it) > 0).count();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private Map<NotificationId, Delivery.State> states() {
    Map<NotificationId, Delivery.State> states = new HashMap<>();
    Records.of(house.seen().records())
        .values(Topics.DELIVERIES)
        .forEach(delivery -> states.put(delivery.notification().id(), delivery.state()));
    return states;
  }

  /** What stands there once nobody writes any more. */
  private Map<NotificationId, Delivery.State> settledStates() {
    Patience.pass(Duration.ofMillis(300));
    return states();
  }

  private long known(Map<NotificationId, Delivery.State> states) {
    return flight.stream().filter(it -> states.containsKey(it.id())).count();
  }

  private static int unsettled(
      Map<NotificationId, Delivery.State> states, List<Notification> wanted) {
    return (int)
        wanted.stream()
            .map(it -> states.get(it.id()))
            .filter(state -> state == null || state == Delivery.State.RESERVED)
            .count();
  }

  private Map<Channel, Toll> count(Map<NotificationId, Delivery.State> atDeath, Copies had)
      throws IOException {
    Copies copies = copies();
    Map<NotificationId, Delivery.State> states = states();
    Map<Channel, Toll> tolls = new HashMap<>();
    for (Mailbag bag : bags) {
      List<Notification> all = bag.flight();
      Channel channel = all.get(0).channel();
      tolls.put(
          channel,
          new Toll(
              channel,
              moment,
              1,
              all.size(),
              (int) all.stream().filter(it -> isReserved(atDeath, it)).count(),
              (int) all.stream().filter(it -> had.of(it) > 0).count(),
              (int) all.stream().filter(it -> copies.of(it) == 0).count(),
              (int) all.stream().filter(it -> copies.of(it) > 1).count(),
              unsettled(states, all)));
    }
    return tolls;
  }

  private static boolean isReserved(Map<NotificationId, Delivery.State> states, Notification it) {
    return states.get(it.id()) == Delivery.State.RESERVED;
  }

  private Copies copies() throws IOException {
    return new Copies(house.provider().arrivals(), house.provider().sightings());
  }
}
