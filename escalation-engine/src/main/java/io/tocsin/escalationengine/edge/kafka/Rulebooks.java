package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.escalationengine.core.Rulebook;
import java.util.function.Function;
import java.util.function.Supplier;

/** The policy of an incident: pinned by the hash it opened under, beside the current one. */
record Rulebooks(Supplier<Policies> now, Function<String, Policies> pinned) {

  Rulebook current() {
    return new Rulebook(now.get(), now.get());
  }

  Rulebook of(Incident incident) {
    return of(incident.policy());
  }

  Rulebook of(String hash) {
    return new Rulebook(pinned.apply(hash), now.get());
  }
}
