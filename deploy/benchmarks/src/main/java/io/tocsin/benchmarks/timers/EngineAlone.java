package io.tocsin.benchmarks.timers;

import io.tocsin.allinone.broker.BrokerProcess;
import io.tocsin.allinone.broker.BrokerSettings;
import io.tocsin.allinone.broker.ClusterId;
import io.tocsin.allinone.up.OperatorTokens;
import io.tocsin.benchmarks.house.ProcessUse;
import io.tocsin.benchmarks.house.Readiness;
import io.tocsin.benchmarks.house.Waiting;
import io.tocsin.escalationengine.EscalationEngineApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The embedded broker and the engine, each a process of its own, and nothing else. */
final class EngineAlone implements AutoCloseable {
  private static final int KAFKA = 24_600;
  private static final int HTTP = 24_602;
  private static final Duration START = Duration.ofSeconds(120);

  private final BrokerProcess broker;
  private final Process engine;

  private EngineAlone(BrokerProcess broker, Process engine) {
    this.broker = broker;
    this.engine = engine;
    Runtime.getRuntime().addShutdownHook(new Thread(engine::destroyForcibly, "stop-engine"));
  }

  /**
   * Starts both with {@code folder/policies}; returns when the engine is ready.
   *
   * @param heap the engine's: it keeps every incident in memory to show it
   */
  static EngineAlone start(Path folder, String heap) throws Exception {
    String cluster = ClusterId.keptIn(folder);
    BrokerProcess broker =
        BrokerProcess.start(
            new BrokerSettings(folder.resolve("kafka"), cluster, KAFKA, KAFKA + 1),
            folder.resolve("logs"));
    Readiness readiness = new Readiness();
    EngineAlone started = new EngineAlone(broker, launch(folder, heap));
    if (!Waiting.until(START, () -> !started.engine.isAlive() || readiness.holds(HTTP))
        || !started.engine.isAlive()) {
      started.close();
      throw new IOException("the engine did not start; see " + folder.resolve("engine.log"));
    }
    return started;
  }

  private static Process launch(Path folder, String heap) throws Exception {
    OperatorTokens.ensure(folder);
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "-Dlogback.configurationFile=bench-logback.xml",
                "-Dserver.port=" + HTTP,
                "-Dtocsin.kafka.bootstrap-servers=" + kafka(),
                "-Dtocsin.policies=" + folder.resolve("policies"),
                "-Dtocsin.data-directory=" + folder.resolve("engine"),
                "-Dtocsin.engine.tokens-file=" + folder.resolve(OperatorTokens.HASHED),
                "-cp",
                System.getProperty("java.class.path"),
                EscalationEngineApplication.class.getName()))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("engine.log").toFile())
        .start();
  }

  static String kafka() {
    return "127.0.0.1:" + KAFKA;
  }

  /** The engine's. */
  ProcessUse engineUse() throws IOException {
    return ProcessUse.of(List.of(engine.toHandle()));
  }

  /** The broker's. */
  ProcessUse brokerUse() throws IOException {
    return ProcessUse.of(ProcessHandle.of(broker.pid()).stream().toList());
  }

  @Override
  public void close() throws InterruptedException {
    engine.destroy();
    if (!engine.waitFor(20, TimeUnit.SECONDS)) {
      engine.destroyForcibly().waitFor();
    }
    broker.close();
  }
}
