package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import java.util.Map;

/**
 * A role and how it is reached (RUN-13).
 *
 * @param id the role, as ladders and notifications name it
 * @param hours when this contact may be called; P1 excludes nobody
 * @param methods channel to address; a secret is only ever a reference, {@code ${PAGERDUTY_RX_KEY}}
 */
public record Contact(String id, String name, Level.Clock hours, Map<Channel, String> methods) {
  public Contact {
    methods = Map.copyOf(methods);
  }
}
