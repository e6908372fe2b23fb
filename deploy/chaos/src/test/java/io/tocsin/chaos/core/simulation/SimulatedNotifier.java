package io.tocsin.chaos.core.simulation;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.Sighting;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All channels but the phone are installed, and only PagerDuty breaks; what fails because it is
 * broken may or may not have been taken.
 */
final class SimulatedNotifier {
  static final String PROCESS = "notifier";
  static final String PROVIDER = "pagerduty";
  private static final Duration AGAIN = Duration.ofSeconds(30);

  private static final Set<Channel> WRITTEN =
      EnumSet.of(Channel.SLACK, Channel.GITHUB, Channel.EMAIL, Channel.DATADOG);

  final List<Arrival> arrivals = new ArrayList<>();
  final List<Sighting> sightings = new ArrayList<>();
  private final World world;
  private final String installation;
  private final Function<IncidentId, @Nullable Incident> view;
  private final Consumer<DeliveryReceipt> engine;
  private final Map<IncidentId, Instant> busyUntil = new HashMap<>();
  private final Set<String> neverOpened = new HashSet<>();

  SimulatedNotifier(
      World world,
      String installation,
      Function<IncidentId, @Nullable Incident> view,
      Consumer<DeliveryReceipt> engine) {
    this.world = world;
    this.installation = installation;
    this.view = view;
    this.engine = engine;
  }

  void take(Notification notification) {
    world.in(Duration.ofMillis(20), PROCESS, () -> reserve(notification));
  }

  private void reserve(Notification notification) {
    if (WRITTEN.contains(notification.channel())) {
      write(notification, Delivery.State.RESERVED, "reserved");
      world.in(world.between(5, 120), PROCESS, () -> say(notification));
      return;
    }
    if (notification.channel() != Channel.PAGERDUTY) {
      conclude(notification, DeliveryReceipt.Outcome.FAILED, "not-installed");
      return;
    }
    write(notification, Delivery.State.RESERVED, "reserved");
    submit(notification, world.now().plus(world.between(5, 120)));
  }

  private void say(Notification notification) {
    Incident incident = view.apply(notification.incident());
    boolean page = notification.act() == Notification.Act.PAGE;
    if (page && incident != null && incident.response().quietedAt() > notification.revision()) {
      conclude(notification, DeliveryReceipt.Outcome.DROPPED, "acknowledged-since");
      return;
    }
    if (notification.act() != Notification.Act.REFRESH) {
      sightings.add(
          new Sighting(
              world.now(),
              notification.channel(),
              notification.incident(),
              notification.id().toString()));
    }
    conclude(notification, DeliveryReceipt.Outcome.DELIVERED, "accepted");
  }

  /** After everything of the same incident that was submitted before. */
  private void submit(Notification notification, Instant when) {
    Instant turn =
        busyUntil.merge(
            notification.incident(),
            when,
            (last, own) -> own.isAfter(last) ? own : last.plusMillis(1));
    world.at(turn, PROCESS, () -> deliver(notification));
  }

  private void deliver(Notification notification) {
    if (notification.act() == Notification.Act.PAGE) {
      page(notification);
      return;
    }
    List<Integer> pages =
        notification.pages().stream()
            .filter(
                n ->
                    notification.act() == Notification.Act.ACKNOWLEDGE
                        || !neverOpened.contains(key(notification, n)))
            .toList();
    if (pages.isEmpty()) {
      conclude(notification, DeliveryReceipt.Outcome.DELIVERED, "page-never-sent");
      return;
    }
    boolean taken = !world.isBroken(PROVIDER);
    pages.forEach(n -> arrive(notification, n, taken));
    if (taken) {
      conclude(notification, DeliveryReceipt.Outcome.DELIVERED, "accepted");
    } else {
      world.in(AGAIN, PROCESS, () -> submit(notification, world.now()));
    }
  }

  private void page(Notification page) {
    Incident incident = view.apply(page.incident());
    int number = page.pages().get(0);
    if (incident != null && incident.response().quietedAt() > page.revision()) {
      neverOpened.add(key(page, number));
      conclude(page, DeliveryReceipt.Outcome.DROPPED, "acknowledged-since");
    } else if (world.isBroken(PROVIDER)) {
      arrive(page, number, false);
      conclude(page, DeliveryReceipt.Outcome.UNKNOWN, "provider-failed");
    } else {
      arrive(page, number, true);
      conclude(page, DeliveryReceipt.Outcome.DELIVERED, "accepted");
    }
  }

  private void arrive(Notification notification, int page, boolean taken) {
    Arrival.Action action =
        switch (notification.act()) {
          case PAGE -> Arrival.Action.TRIGGER;
          case ACKNOWLEDGE -> Arrival.Action.ACKNOWLEDGE;
          case RESOLVE -> Arrival.Action.RESOLVE;
          case TELL, REFRESH ->
              throw new IllegalStateException("PagerDuty rings; it is not told: " + notification);
        };
    boolean trigger = action == Arrival.Action.TRIGGER;
    String title = notification.content().title();
    arrivals.add(
        new Arrival(
            world.now(),
            action,
            key(notification, page),
            trigger ? title : null,
            trigger ? Map.of("incident", notification.incident().toString()) : Map.of(),
            taken,
            "{\"event_action\":\"%s\",\"summary\":\"%s\"}"
                .formatted(action.name().toLowerCase(Locale.ROOT), trigger ? title : "")));
  }

  /** Tocsin says of itself that something waits since {@code oldest}, or does not any more. */
  void alarm(String action, String trouble, Instant oldest) {
    boolean rings = action.equals("trigger");
    arrivals.add(
        new Arrival(
            world.now(),
            Arrival.Action.valueOf(action.toUpperCase(Locale.ROOT)),
            installation + "-tocsin-" + trouble,
            rings ? "Tocsin cannot process" : null,
            rings ? Map.of("oldest", oldest.toString()) : Map.of(),
            true,
            "{\"event_action\":\"%s\"}".formatted(action)));
  }

  private String key(Notification notification, int page) {
    return installation + "-" + notification.incident() + "-" + page;
  }

  private void conclude(Notification notification, DeliveryReceipt.Outcome outcome, String reason) {
    Delivery.State state =
        switch (outcome) {
          case DELIVERED, ARRIVED, HEARD -> Delivery.State.SENT;
          case FAILED, UNKNOWN -> Delivery.State.FAILED;
          case DROPPED -> Delivery.State.DROPPED;
        };
    write(notification, state, reason);
    DeliveryReceipt receipt =
        DeliveryReceipt.to(notification, outcome, null, new Reason(reason, reason), world.now());
    world.write(Topics.DELIVERY_RECEIPTS, notification.incident().toString(), receipt);
    world.in(Duration.ofMillis(15), SimulatedEngine.PROCESS, () -> engine.accept(receipt));
  }

  private void write(Notification notification, Delivery.State state, String reason) {
    world.write(
        Topics.DELIVERIES,
        notification.id().toString(),
        new Delivery(notification, state, null, new Reason(reason, reason), world.now()));
  }
}
