package io.tocsin.benchmarks.measure;

import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.house.Alerts;
import io.tocsin.benchmarks.house.Alerts.Kind;
import io.tocsin.benchmarks.load.Pace;
import io.tocsin.benchmarks.load.Requests;
import io.tocsin.benchmarks.peer.Alertmanager;
import java.time.Duration;

/** Which alerts are sent: a peer that keeps them by their labels has more to do for new ones. */
enum Population {
  /** A few hundred alerts, said again and again. */
  KNOWN("known alerts", true),
  /** Each alert is new and joins the group, or the incident, of one of a few hundred services. */
  NEW("new alerts", true),
  /** Each alert is of a service of its own: a group, an incident of its own. */
  ALONE("alerts of a group each", false);

  private static final int SERVICES = 300;
  private final String words;
  private final boolean timed;

  Population(String words, boolean timed) {
    this.words = words;
    this.timed = timed;
  }

  /** As a table names them. */
  String words() {
    return words;
  }

  Requests forTocsin() {
    String delivered = Long.toString(System.nanoTime(), 36);
    return switch (this) {
      case KNOWN -> Alerts.ofServices(Kind.FAILING, "a", SERVICES, delivered);
      case NEW -> Alerts.newOfServices(Kind.FAILING, "a", SERVICES, delivered);
      case ALONE -> Alerts.ofOwnServices(Kind.QUIET, "a" + delivered);
    };
  }

  Requests forPeer() {
    String delivered = Long.toString(System.nanoTime(), 36);
    return switch (this) {
      case KNOWN -> Alertmanager.requests(SERVICES, delivered, true);
      case NEW -> Alertmanager.requests(SERVICES, delivered, false);
      case ALONE -> Alertmanager.ofOwnServices(delivered);
    };
  }

  /** As fast as it goes: for a time, or so many that the incidents opened fit into memory. */
  Pace most(Bench bench) {
    return timed
        ? Pace.closed(Duration.ofSeconds(bench.size(3, 10)))
        : Pace.all(bench.size(3_000, 15_000));
  }
}
