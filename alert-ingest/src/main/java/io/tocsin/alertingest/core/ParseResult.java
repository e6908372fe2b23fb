package io.tocsin.alertingest.core;

import io.tocsin.contracts.events.Alert;
import java.util.List;

/** What a delivery held: the alerts, and the parts that no alert could be made of. */
public record ParseResult(List<Alert> alerts, List<Unusable> unusable) {
  public ParseResult {
    alerts = List.copyOf(alerts);
    unusable = List.copyOf(unusable);
  }

  /**
   * One part of a delivery that goes to quarantine.
   *
   * @param reason for a person: what is wrong with it
   * @param text the part as JSON
   */
  public record Unusable(String reason, String text) {}
}
