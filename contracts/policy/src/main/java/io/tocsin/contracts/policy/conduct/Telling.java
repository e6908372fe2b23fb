package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.Duration;
import java.util.Set;

/**
 * One row of the notification matrix: an audience that is told when something happens (RUN-04.4,
 * RUN-07.3, MHV-p12). It rings nobody; that is the ladder's part.
 */
@Says("an audience that is told, and when")
public record Telling(
    @Says("an audience of this policy") @As(Form.NAME) String audience,
    @Says("what it is told of") Set<Occasion> when,
    @Says("services of whose incidents it is told; all when left out (MHV-aud)") @As(Form.NAME)
        Set<String> services,
    @Says("how long after the first of them it is told at the latest") @Default("0s")
        Duration within,
    @Says("whether it is told while a failed rule leaves the level unknown") @Default("true")
        boolean whenUnknown,
    @Says("how it is told") @Default("message") Manner as) {
  public Telling {
    when = when.isEmpty() ? Set.of(Occasion.OPENED) : Set.copyOf(when);
    services = Set.copyOf(services);
  }

  /** What an audience may be told of. */
  @Says("occasion")
  public enum Occasion {
    OPENED,
    ACKNOWLEDGED,
    LEVEL_SET,
    SOLUTION_DETERMINED,
    DAY_ENDED,
    SECURITY_FOUND,
    RESOLVED,
    REVIEW_SHARED
  }

  /** Whether it is told by a message of its own. */
  @Says("manner of telling")
  public enum Manner {
    /** A message of its own. */
    MESSAGE,
    /** The first message is edited, and a reply in its thread carries the tags (MHV-p34). */
    EDIT
  }
}
