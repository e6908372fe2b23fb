package io.tocsin.contracts.events;

import java.util.Objects;
import java.util.Set;

/**
 * How severe an incident is and why.
 *
 * @param unknown P1-unknown: a rule failed and no person has set the level yet
 */
public record Assessment(Severity severity, boolean unknown, Reason decidedBy, Set<String> facts) {
  public Assessment {
    decidedBy = Objects.requireNonNullElse(decidedBy, new Reason("unsaid", "no reason was kept"));
    facts = facts == null ? Set.of() : Set.copyOf(facts);
  }
}
