package io.tocsin.alertingest.edge.alarm;

import io.tocsin.contracts.runtime.alarm.AlarmWays;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When and how the catch-all is called directly.
 *
 * @param after how long something may wait in the spool before it is
 * @param every how long after a call the next follows, while it lasts
 * @param quarantined how many unreadable parts within {@code every} call it; 0: never
 */
@ConfigurationProperties("tocsin.alarm")
public record AlarmSettings(
    @DefaultValue("30s") Duration after,
    @DefaultValue("5m") Duration every,
    @DefaultValue("1") int quarantined,
    @DefaultValue AlarmWays.PagerDuty pagerduty,
    @DefaultValue AlarmWays.Sms sms) {

  public AlarmSettings {
    if (after.isNegative() || every.isNegative() || every.isZero() || quarantined < 0) {
      throw new IllegalArgumentException(
          "tocsin.alarm: after and quarantined must not be negative and every must be longer than"
              + " 0, were %s, %s and %s".formatted(after, quarantined, every));
    }
  }
}
