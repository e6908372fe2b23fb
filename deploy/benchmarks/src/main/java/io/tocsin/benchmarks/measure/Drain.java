package io.tocsin.benchmarks.measure;

import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.benchmarks.house.Dispositions;
import io.tocsin.benchmarks.house.Running;
import io.tocsin.benchmarks.load.LoadGenerator;
import io.tocsin.benchmarks.load.Pace;
import io.tocsin.benchmarks.load.Pass;
import io.tocsin.benchmarks.load.Requests;
import java.io.IOException;
import java.time.Duration;

/**
 * A pass followed to the last disposition of its alerts.
 *
 * @param wholeSeconds from the first request to the last disposition
 * @param lagSeconds from the last answer to the last disposition
 */
record Drain(Pass pass, double wholeSeconds, double lagSeconds, long disposed, long doubled) {
  private static final int CONNECTIONS = 64;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  static Drain of(Running running, Dispositions dispositions, Pace pace, Requests requests)
      throws IOException, InterruptedException {
    long before = dispositions.count();
    long doubledBefore = dispositions.doubled();
    long start = System.nanoTime();
    Pass pass = LoadGenerator.run(running.port(Listener.ALERT_INGEST), CONNECTIONS, pace, requests);
    long end = System.nanoTime();
    dispositions.await(before + pass.accepted(), PATIENCE);
    return new Drain(
        pass,
        (dispositions.lastNanos() - start) / 1e9,
        Math.max(0, (dispositions.lastNanos() - end) / 1e9),
        dispositions.count() - before,
        dispositions.doubled() - doubledBefore);
  }

  /** Alerts a second from the first request to the last disposition. */
  double perSecond() {
    return disposed / wholeSeconds;
  }

  /** Why it is no figure; empty when it is one. */
  String voided() {
    return pass.isWhole() && disposed == pass.accepted() && doubled == 0
        ? ""
        : "%d sent, %d accepted, %d dispositions, %d doubled"
            .formatted(pass.sent(), pass.accepted(), disposed, doubled);
  }
}
