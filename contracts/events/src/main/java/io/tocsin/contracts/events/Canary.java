package io.tocsin.contracts.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An alert of our own that goes the whole way, from ingest to a test receiver, so that a silence of
 * ours is noticed. There is one for each partition: its key lies on that partition of {@code
 * alerts}, its team's on that partition of every incident-side topic. It is no alarm, so that also
 * a version that knows no canaries opens no incident for it.
 *
 * @param team a code that no policy may use; it has no people
 */
public record Canary(int partition, TeamCode team, AlertKey key) {
  /** Its integration and wire format, its recipient, and what every text calls it. */
  public static final String NAME = "canary";

  /** One for each partition, in order. */
  public static final List<Canary> ALL =
      IntStream.range(0, Topics.PARTITIONS).mapToObj(Canary::on).toList();

  private static final int FIRST_CODES = 100;
  private static final long FIRST_EVENT = 1;

  private static Canary on(int partition) {
    TeamCode team =
        IntStream.range(0, FIRST_CODES)
            .mapToObj(number -> new TeamCode(TeamCode.CANARY + number))
            .filter(code -> isOn(partition, Topics.CLASSIFIED_ALERTS, code.key("")))
            .findFirst()
            .orElseThrow();
    AlertKey key =
        IntStream.iterate(0, number -> number + 1)
            .mapToObj(number -> AlertKey.of(NAME, partition + "/" + number))
            .filter(each -> isOn(partition, Topics.ALERTS, each.value()))
            .findFirst()
            .orElseThrow();
    return new Canary(partition, team, key);
  }

  private static boolean isOn(int partition, Topic<?> topic, String key) {
    return TeamPartitioner.partition(topic.name(), key, topic.partitions()) == partition;
  }

  /** The canary that {@code alert} is, if it is one: no sender can make one. */
  public static Optional<Canary> of(Alert alert) {
    return alert.source().equals(NAME)
        ? ALL.stream().filter(canary -> canary.key.equals(alert.key())).findFirst()
        : Optional.empty();
  }

  /** The canary whose incident, that there never is, would have this id. */
  public static Optional<Canary> of(IncidentId id) {
    return ALL.stream().filter(canary -> canary.team.equals(id.team())).findFirst();
  }

  /** Whether a record with this key, of any topic, belongs to a canary. */
  public static boolean owns(String recordKey) {
    boolean mayBe = recordKey.startsWith(NAME) || recordKey.startsWith(TeamCode.CANARY);
    return mayBe
        && ALL.stream()
            .anyMatch(
                canary ->
                    recordKey.equals(canary.key.value())
                        || recordKey.startsWith(canary.team.key("")));
  }

  /**
   * One flight of it.
   *
   * @param sender tells the instances of ingest apart
   * @param sentAt by the wall clock, which all machines share
   * @param now when ingest took it
   */
  public Alert alert(String sender, Instant sentAt, Instant now) {
    return new Alert(
        AlertId.ofDelivery(NAME, sender + "/" + partition + "/" + sentAt.toEpochMilli()),
        key,
        NAME,
        NAME,
        Signal.NOTICE,
        NAME,
        "Canary of partition " + partition,
        "",
        null,
        NAME,
        null,
        Map.of("partition", Integer.toString(partition)),
        List.of(),
        sentAt,
        now,
        true);
  }

  /** What its notification is about in place of an incident: which flight, by when it began. */
  public IncidentId flight(Instant sentAt) {
    return new IncidentId(team, sentAt.toEpochMilli());
  }

  /** When {@code flight} began. */
  public static Instant sentAt(IncidentId flight) {
    return Instant.ofEpochMilli(flight.number());
  }

  /** The notification that the flight ends with. */
  public NotificationId notification(IncidentId flight) {
    return NotificationId.of(flight, FIRST_EVENT, Channel.PROBE, NAME);
  }
}
