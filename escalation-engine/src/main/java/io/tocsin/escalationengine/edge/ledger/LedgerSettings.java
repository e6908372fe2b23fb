package io.tocsin.escalationengine.edge.ledger;

import io.tocsin.escalationengine.core.ledger.LedgerRules;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator sets for the ledger.
 *
 * @param grace how long an accepted alert may be without a disposition before it is unaccounted
 * @param alarmAfter how long before the catch-all is called; also how long a dead stream is left
 *     alone
 * @param alarmEvery how long after a call the next follows, while it lasts
 * @param snapshotEvery how often what it knows is kept; what was read since is read again
 * @param rebuild how far back it reads when nothing is kept
 */
@ConfigurationProperties("tocsin.ledger")
public record LedgerSettings(
    @DefaultValue("30s") Duration grace,
    @DefaultValue("60s") Duration alarmAfter,
    @DefaultValue("5m") Duration alarmEvery,
    @DefaultValue("30s") Duration snapshotEvery,
    @DefaultValue("7d") Duration rebuild) {

  public LedgerSettings {
    Map.of(
            "grace", grace,
            "alarm-after", alarmAfter,
            "alarm-every", alarmEvery,
            "snapshot-every", snapshotEvery,
            "rebuild", rebuild)
        .forEach(LedgerSettings::requirePositive);
    if (alarmAfter.compareTo(grace) < 0) {
      throw new IllegalArgumentException(
          "tocsin.ledger.alarm-after must not be shorter than tocsin.ledger.grace, was "
              + alarmAfter);
    }
  }

  LedgerRules rules() {
    return LedgerRules.of(grace, alarmAfter);
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(
          "tocsin.ledger." + name + " must be longer than 0, was " + value);
    }
  }
}
