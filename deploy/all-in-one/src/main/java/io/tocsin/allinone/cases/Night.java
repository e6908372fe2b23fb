package io.tocsin.allinone.cases;

import io.tocsin.contracts.events.Incident;
import java.time.Instant;
import java.util.List;

/**
 * What came of a case: everything that happened, in order, and how the incidents stood.
 *
 * @param standings each incident as it was from a moment on
 */
public record Night(List<Happening> happenings, List<Standing> standings) {
  public Night {
    happenings = List.copyOf(happenings);
    standings = List.copyOf(standings);
  }

  /** An incident as it was from {@code at} until its next standing. */
  public record Standing(Instant at, Incident incident) {}
}
