package io.tocsin.alertingest.edge.canary;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When canaries fly.
 *
 * @param every in which a canary visits each partition; 0: none flies, and no heart beats
 * @param limit how long none may come through before somebody is called
 */
@ConfigurationProperties("tocsin.canary")
public record CanarySettings(
    @DefaultValue("60s") Duration every, @DefaultValue("120s") Duration limit) {

  public CanarySettings {
    if (every.isNegative() || limit.compareTo(every) <= 0) {
      throw new IllegalArgumentException(
          "tocsin.canary: every must not be negative, and limit longer than every, were %s and %s"
              .formatted(every, limit));
    }
  }

  public boolean isOn() {
    return !every.isZero();
  }
}
