package io.tocsin.alertingest.edge.canary;

import io.tocsin.alertingest.core.canary.CanaryStanding;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Always up: whoever takes alerts is not to be taken away because they do not arrive. */
final class CanaryHealth implements HealthIndicator {
  static final String NOBODY_LISTENS =
      "no heartbeat is configured: if all of Tocsin falls silent, nobody notices; set"
          + " TOCSIN_HEARTBEAT_URL to a service that calls somebody when the beats stop";

  static final String OFF =
      "canaries are off (tocsin.canary.every is 0): nobody notices when alerts do not arrive, and"
          + " no heart beats";

  private final CanarySettings settings;
  private final Supplier<CanaryStanding> standing;
  private final List<Heartbeat> heartbeats;

  CanaryHealth(
      CanarySettings settings, Supplier<CanaryStanding> standing, List<Heartbeat> heartbeats) {
    this.settings = settings;
    this.standing = standing;
    this.heartbeats = List.copyOf(heartbeats);
  }

  @Override
  public Health health() {
    if (!settings.isOn()) {
      return Health.up().withDetail("canaries", OFF).build();
    }
    CanaryStanding now = standing.get();
    Health.Builder health =
        Health.up()
            .withDetail("canaries", now.state().name().toLowerCase(Locale.ROOT))
            .withDetail("ageSeconds", now.age().toSeconds());
    if (now.lastCameThrough() != null) {
      health.withDetail("lastCameThrough", now.lastCameThrough().toString());
    }
    if (!now.silent().isEmpty()) {
      health.withDetail("silentPartitions", now.silent());
    }
    if (heartbeats.isEmpty()) {
      health.withDetail("heartbeat", NOBODY_LISTENS);
    }
    for (Heartbeat heartbeat : heartbeats) {
      health.withDetail("heartbeat to " + heartbeat.host(), heartbeat.told());
    }
    return health.build();
  }
}
