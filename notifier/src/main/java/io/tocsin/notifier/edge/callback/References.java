package io.tocsin.notifier.edge.callback;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Providers' names for our messages, and ours for theirs, from {@code deliveries}: every instance
 * knows all of them, and again after a restart. Only the latest used are kept, up to a limit.
 */
public final class References {
  /** Their references need no looking up: they are made of our own ids, or nobody calls back. */
  private static final Set<Channel> SPEAK_FOR_THEMSELVES =
      EnumSet.of(Channel.PAGERDUTY, Channel.WEBHOOK, Channel.DATADOG, Channel.PROBE);

  private final int limit;
  private final LinkedHashMap<NotificationId, Reference> known = new LinkedHashMap<>(64, 1, true);
  private final Map<Named, NotificationId> byName = new HashMap<>();
  private final Map<Line, NotificationId> firsts = new HashMap<>();
  private boolean loaded;

  /**
   * @param limit how many are kept at most
   */
  public References(int limit) {
    this.limit = limit;
  }

  /** Takes in what became of a notification; the same again changes nothing. */
  public synchronized void enter(Delivery delivery) {
    if (SPEAK_FOR_THEMSELVES.contains(delivery.notification().channel())) {
      return;
    }
    Reference.of(delivery)
        .ifPresent(
            reference -> {
              erase(reference.notification());
              add(reference);
              while (known.size() > limit) {
                erase(known.keySet().iterator().next());
              }
            });
  }

  /** {@code deliveries} forgot it. */
  public synchronized void erase(NotificationId id) {
    Reference gone = known.remove(id);
    if (gone != null) {
      byName.remove(new Named(gone.channel(), gone.name()), id);
      firsts.remove(Line.of(gone), id);
    }
  }

  /** Everything that was in {@code deliveries} at the start has been entered. */
  public synchronized void loaded() {
    loaded = true;
  }

  public synchronized boolean isLoaded() {
    return loaded;
  }

  /** How many are kept. */
  public synchronized int size() {
    return known.size();
  }

  /**
   * The message that {@code channel}'s provider calls {@code name}; of several, the latest.
   *
   * @throws NotLoaded when it is unknown and may only not have been read yet: the caller is to ask
   *     again
   */
  public synchronized Optional<Reference> named(Channel channel, String name) {
    Optional<Reference> found = at(byName.get(new Named(channel, name)));
    if (found.isEmpty() && !loaded) {
      throw new NotLoaded();
    }
    return found;
  }

  /**
   * The first message of {@code incident} that {@code recipient} was sent over {@code channel}:
   * what is edited, and what the later ones are joined to.
   */
  public synchronized Optional<Reference> first(
      Channel channel, IncidentId incident, String recipient) {
    return at(firsts.get(new Line(channel, incident, recipient)));
  }

  private Optional<Reference> at(@Nullable NotificationId id) {
    return id == null ? Optional.empty() : Optional.ofNullable(known.get(id));
  }

  private void add(Reference reference) {
    NotificationId id = reference.notification();
    known.put(id, reference);
    byName.put(new Named(reference.channel(), reference.name()), id);
    if (reference.act() != Notification.Act.REFRESH) {
      firsts.merge(
          Line.of(reference), id, (one, other) -> one.sequence() <= other.sequence() ? one : other);
    }
  }

  private record Named(Channel channel, String name) {}

  private record Line(Channel channel, IncidentId incident, String recipient) {
    static Line of(Reference reference) {
      return new Line(reference.channel(), reference.incident(), reference.recipient());
    }
  }

  /** It cannot be told yet if there is such a message. */
  public static final class NotLoaded extends Away {
    private static final long serialVersionUID = 1L;

    public NotLoaded() {
      super("deliveries are still being read", "Tocsin has only just been started.", null);
    }
  }
}
