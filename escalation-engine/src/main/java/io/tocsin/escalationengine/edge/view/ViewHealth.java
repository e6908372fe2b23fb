package io.tocsin.escalationengine.edge.view;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Ready when the view has read all that was there at start and goes on reading. */
public final class ViewHealth extends AbstractHealthIndicator {
  private final IncidentView view;
  private final ViewReader reader;

  public ViewHealth(IncidentView view, ViewReader reader) {
    this.view = view;
    this.reader = reader;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    boolean ready = view.caughtUp() && reader.isReading();
    health.status(ready ? "UP" : "OUT_OF_SERVICE").withDetail("incidents", view.size());
    if (!ready) {
      health.withDetail(
          "waitsFor", view.caughtUp() ? "Kafka to answer again" : "the incidents to be read");
    }
  }
}
