package io.tocsin.chaos.core;

import io.tocsin.contracts.events.IncidentId;
import java.time.Instant;
import java.util.Map;

/**
 * The status page as somebody saw it.
 *
 * @param at when it was asked for
 * @param until when the answer came, or was waited for no longer
 * @param status the HTTP status; 0 when no answer came
 * @param incidents each listed incident with its Statuspage word ({@code investigating}, {@code
 *     monitoring}, {@code resolved})
 * @param body as it came
 */
public record Poll(
    Instant at, Instant until, int status, Map<IncidentId, String> incidents, String body) {

  public Poll {
    incidents = Map.copyOf(incidents);
  }
}
