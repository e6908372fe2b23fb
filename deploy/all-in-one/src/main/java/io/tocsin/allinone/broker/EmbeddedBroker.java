package io.tocsin.allinone.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * The embedded Kafka's main: formats its folder the first time, says {@value #READY} and its
 * cluster id on standard output when it serves, and lives as long as its standard input is open.
 */
public final class EmbeddedBroker {
  static final String READY = "ready ";
  static final String FAILED = "failed ";
  static final String STOP = "stop";

  /** A signal reaches the whole process group; the services must end before their broker. */
  private static final int PATIENCE_AFTER_A_SIGNAL_SECONDS = 15;

  private static final CountDownLatch STOPPED = new CountDownLatch(1);

  private EmbeddedBroker() {}

  /** Arguments: folder, cluster id, port, controller port. */
  public static void main(String... arguments) {
    BrokerSettings settings = BrokerSettings.of(arguments);
    try {
      settings.format();
      KafkaRaftServer server =
          new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
      Thread parent = new Thread(() -> followParent(server), "parent");
      parent.setDaemon(true);
      parent.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> afterSignal(server), "after-signal"));
      server.startup();
      say(READY + settings.clusterId());
      server.awaitShutdown();
    } catch (Exception | LinkageError e) {
      say(FAILED + deepest(e));
      Runtime.getRuntime().halt(1);
    }
  }

  /** The word to stop ends it orderly; the end of input, a dead parent, ends it at once. */
  private static void followParent(KafkaRaftServer server) {
    try (BufferedReader parent =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      String word = parent.readLine();
      if (STOP.equals(word)) {
        server.shutdown();
      }
    } catch (IOException e) {
      say(FAILED + "its standard input broke: " + e.getMessage());
    } finally {
      STOPPED.countDown();
      Runtime.getRuntime().halt(0);
    }
  }

  private static void afterSignal(KafkaRaftServer server) {
    try {
      if (!STOPPED.await(PATIENCE_AFTER_A_SIGNAL_SECONDS, TimeUnit.SECONDS)) {
        server.shutdown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String deepest(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  private static void say(String line) {
    System.out.println(line.replace('\n', ' '));
    System.out.flush();
  }
}
