package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.List;
import java.util.Set;

/** What the public sees (RUN-07.2a) and how users are told (RUN-07.2b). */
@Says("what the public sees")
public record PublicPage(
    @Says("levels that the public sees; write [] when it sees none") List<Severity> levels,
    @Says("levels of which users are told") Set<Severity> tellUsers,
    @Says("how users are told") Set<Way> by) {
  public PublicPage {
    levels = List.copyOf(levels);
    tellUsers = Set.copyOf(tellUsers);
    by = Set.copyOf(by);
  }

  /** A page that shows {@code levels} and tells nobody. */
  public static PublicPage showing(List<Severity> levels) {
    return new PublicPage(levels, Set.of(), Set.of());
  }

  /** A way to tell users. */
  @Says("way to tell users")
  public enum Way {
    EMAIL,
    IN_APP,
    SOCIAL
  }
}
