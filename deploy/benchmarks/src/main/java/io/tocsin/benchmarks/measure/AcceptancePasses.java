package io.tocsin.benchmarks.measure;

import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.house.KafkaLook;
import io.tocsin.benchmarks.house.Running;
import io.tocsin.benchmarks.load.LoadGenerator;
import io.tocsin.benchmarks.load.Pace;
import io.tocsin.benchmarks.load.Pass;
import io.tocsin.benchmarks.peer.Alertmanager;
import io.tocsin.contracts.events.Topics;
import java.time.Duration;

/**
 * Passes over Tocsin and the peer with the same load. One over Tocsin ends when classifier and
 * engine have read its alerts, and counts only if {@code alerts} grew by what was accepted.
 */
record AcceptancePasses(Bench bench, Running running, KafkaLook kafka) {
  private static final int CONNECTIONS = 64;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /**
   * One over Tocsin.
   *
   * @param flush whether each alert is put to disk
   */
  Passes.Counted tocsin(Population alerts, boolean flush, Pace pace) throws Exception {
    kafka.flushEachAlert(flush);
    long before = kafka.end(Topics.ALERTS);
    Pass pass =
        LoadGenerator.run(
            running.port(Listener.ALERT_INGEST), CONNECTIONS, pace, alerts.forTocsin());
    long stored = kafka.end(Topics.ALERTS) - before;
    say(flush ? "Tocsin with flush" : "Tocsin", alerts, pass);
    if (!pass.isWhole() || stored != pass.accepted()) {
      return new Passes.Counted(
          pass,
          "%d sent, %d accepted, %d in Kafka".formatted(pass.sent(), pass.accepted(), stored));
    }
    boolean read = kafka.awaitRead(PATIENCE);
    return new Passes.Counted(
        pass, read ? "" : "the alerts were not read within " + PATIENCE.toMinutes() + " minutes");
  }

  /** One over the peer. */
  Passes.Counted peer(Population alerts, Pace pace) throws Exception {
    long before = Alertmanager.taken();
    Pass pass = LoadGenerator.run(Alertmanager.PORT, CONNECTIONS, pace, alerts.forPeer());
    long taken = Alertmanager.taken() - before;
    say("Alertmanager", alerts, pass);
    return new Passes.Counted(
        pass,
        pass.isWhole() && taken == pass.accepted()
            ? ""
            : "%d sent, %d accepted, %d taken".formatted(pass.sent(), pass.accepted(), taken));
  }

  private void say(String who, Population alerts, Pass pass) {
    bench
        .report()
        .say(
            "%s, %s: %.0f/s, p50 %.1f p99 %.1f ms"
                .formatted(
                    who, alerts.words(), pass.perSecond(), pass.millis(50), pass.millis(99)));
  }
}
