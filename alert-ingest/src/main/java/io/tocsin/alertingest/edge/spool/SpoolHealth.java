package io.tocsin.alertingest.edge.spool;

import io.tocsin.alertingest.core.spool.SpoolStanding;
import io.tocsin.alertingest.edge.spool.Spool.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Ready while what comes is taken, by Kafka or by the spool; not before it is known which of them
 * it will be.
 */
public final class SpoolHealth implements HealthIndicator {
  private static final Duration LATELY = Duration.ofSeconds(15);

  private final Spool spool;
  private final BooleanSupplier kafkaLookedFor;
  private final InstantSource clock;

  public SpoolHealth(Spool spool, BooleanSupplier kafkaLookedFor, InstantSource clock) {
    this.spool = spool;
    this.kafkaLookedFor = kafkaLookedFor;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Instant now = clock.instant();
    SpoolStanding standing = spool.standing();
    Refusal refusal = spool.refusal();
    boolean refusing = refusal != null && now.isBefore(refusal.at().plus(LATELY));
    Health.Builder health =
        refusing || !kafkaLookedFor.getAsBoolean() ? Health.outOfService() : Health.up();
    if (refusal != null) {
      health.withDetail("refused", refusal.message()).withDetail("refusedAt", refusal.at());
    }
    return health
        .withDetail("records", standing.records())
        .withDetail("bytes", standing.bytes())
        .withDetail("oldestSeconds", standing.age(now).toSeconds())
        .build();
  }
}
