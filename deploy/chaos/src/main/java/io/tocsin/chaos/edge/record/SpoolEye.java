package io.tocsin.chaos.edge.record;

import io.tocsin.chaos.edge.driver.HttpCalls;
import java.io.IOException;
import java.util.OptionalDouble;

/** How many alerts wait in ingest's spool, as it says itself. */
public final class SpoolEye {
  private static final String WAITING = "tocsin_ingest_spool_records";

  private final String url;
  private final HttpCalls calls;

  /**
   * @param ingest where it answers
   */
  public SpoolEye(String ingest, HttpCalls calls) {
    this.url = ingest + "/actuator/prometheus";
    this.calls = calls;
  }

  /** Whether it says that none waits; silence is no such word. */
  public boolean isEmpty() {
    try {
      OptionalDouble waiting =
          calls
              .get(url)
              .body()
              .lines()
              .filter(line -> line.startsWith(WAITING))
              .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
              .findFirst();
      return waiting.isPresent() && waiting.getAsDouble() == 0;
    } catch (IOException notNow) {
      return false;
    }
  }
}
