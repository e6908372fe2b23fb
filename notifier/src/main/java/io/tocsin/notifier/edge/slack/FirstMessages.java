package io.tocsin.notifier.edge.slack;

import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.notifier.core.Reasons;
import io.tocsin.notifier.edge.provider.Latest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first message of each incident in each channel: what is edited, and whose thread the later
 * ones go into. From {@code deliveries}, so a restart forgets none of them.
 */
final class FirstMessages {
  private static final int KEPT = 50_000;

  private final Map<String, String> channels = new HashMap<>();
  private final Map<IncidentId, Known> incidents = Latest.used(KEPT);

  /** Takes in what {@code deliveries} says of a notification whose recipient is at {@code to}. */
  synchronized void recall(Delivery delivery, @Nullable String to) {
    Notification notification = delivery.notification();
    Optional<Place> place = Optional.ofNullable(delivery.reference()).flatMap(Place::parse);
    if (place.isPresent()) {
      written(notification, to, place.get());
    } else if (to != null
        && delivery.state() == Delivery.State.FAILED
        && Reasons.leavesDoubt(delivery.reason().name())) {
      known(notification.incident()).inDoubt.add(to);
    }
  }

  /** A message of {@code notification} stands at {@code place}; the earliest is the first. */
  synchronized void written(Notification notification, @Nullable String to, Place place) {
    if (to != null) {
      channels.put(to, place.channel());
    }
    Known known = known(notification.incident());
    known.firsts.merge(place.channel(), place, (one, other) -> one.isBefore(other) ? one : other);
    if (notification.act() != Notification.Act.REFRESH) {
      known.said.add(said(place.channel(), notification));
    }
  }

  /** The first message of {@code incident} at the address {@code to}. */
  synchronized Optional<Place> of(IncidentId incident, String to) {
    Known known = incidents.get(incident);
    return known == null
        ? Optional.empty()
        : Optional.ofNullable(known.firsts.get(channels.getOrDefault(to, to)));
  }

  /** Slack's id of the channel at {@code to}, once something was written there. */
  synchronized Optional<String> channel(String to) {
    return Optional.ofNullable(channels.get(to));
  }

  /** Whether a message at {@code to} may be there although we were not told so. */
  synchronized boolean isInDoubt(IncidentId incident, String to) {
    Known known = incidents.get(incident);
    return known != null && known.inDoubt.contains(to);
  }

  /** Whether the thread was told the same for another recipient already. */
  synchronized boolean isSaid(Notification notification, Place first) {
    Known known = incidents.get(notification.incident());
    return known != null && known.said.contains(said(first.channel(), notification));
  }

  /** Whether the first message may show {@code revision}: never an older one over a newer. */
  synchronized boolean mayShow(IncidentId incident, Place first, long revision) {
    return known(incident).shown.getOrDefault(first, 0L) <= revision;
  }

  synchronized void shown(IncidentId incident, Place first, long revision) {
    known(incident).shown.merge(first, revision, Math::max);
  }

  private Known known(IncidentId incident) {
    return incidents.computeIfAbsent(incident, any -> new Known());
  }

  private static String said(String channel, Notification notification) {
    return channel + " " + notification.id().sequence() + " " + notification.content().kind();
  }

  private static final class Known {
    private final Map<String, Place> firsts = new HashMap<>();
    private final Map<Place, Long> shown = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private final Set<String> inDoubt = new HashSet<>();
  }
}
