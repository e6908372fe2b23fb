package io.tocsin.chaos.core;

import io.tocsin.contracts.events.AlertId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request to ingest. A delivery that is tried again is another request with the same token.
 *
 * @param token the delivery's own word; it stands in the tag {@code token:…} of the body, so that
 *     the alert has the label {@code token}
 * @param service the service that the body names
 * @param transition the sender's word ({@code Triggered})
 * @param answered null when no answer came
 * @param status the HTTP status; 0 when no answer came
 * @param alerts the ids that a 202 names
 */
public record Webhook(
    String token,
    String service,
    String transition,
    Instant sent,
    @Nullable Instant answered,
    Outcome outcome,
    int status,
    List<AlertId> alerts) {

  /** The label of an alert that holds its delivery's token. */
  public static final String TOKEN = "token";

  public Webhook {
    alerts = List.copyOf(alerts);
  }
}
