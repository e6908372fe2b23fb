package io.tocsin.contracts.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alert as ingest accepted it: one record of {@code alerts} for each delivery.
 *
 * @param id the same for a repeated delivery
 * @param key the same over the life of the sender's alert
 * @param integration the name under which the operator knows the sender
 * @param source the wire format it came in ({@code datadog})
 * @param signal what the sender says, in our words
 * @param said what the sender said, in its own ({@code Re-Triggered})
 * @param service the service that the sender names, if any
 * @param environment from tag, account or integration; {@code production} when nobody said
 * @param level the sender's own priority ({@code P1}), if any
 * @param labels the sender's tags and fields, as rules see them
 * @param occurredAt the sender's time, or {@code receivedAt} when it tells none
 * @param receivedAt when ingest had the whole of it
 * @param timed whether {@code occurredAt} is the sender's own
 */
public record Alert(
    AlertId id,
    AlertKey key,
    String integration,
    String source,
    Signal signal,
    String said,
    String title,
    String description,
    @Nullable String service,
    String environment,
    @Nullable String level,
    Map<String, String> labels,
    List<Link> links,
    Instant occurredAt,
    Instant receivedAt,
    boolean timed) {

  /** The environment that nobody named is production (MED-env). */
  public static final String PRODUCTION = "production";

  public Alert {
    said = Objects.requireNonNullElse(said, signal.name());
    title = Objects.requireNonNullElse(title, "");
    description = Objects.requireNonNullElse(description, "");
    environment = Objects.requireNonNullElse(environment, PRODUCTION);
    labels = labels == null ? Map.of() : Map.copyOf(labels);
    links = links == null ? List.of() : List.copyOf(links);
  }
}
