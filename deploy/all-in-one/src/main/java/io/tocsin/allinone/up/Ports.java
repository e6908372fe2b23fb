package io.tocsin.allinone.up;

import io.tocsin.allinone.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Where everything listens, on loopback.
 *
 * @param offset is added to each
 */
public record Ports(int offset) {
  private static final int HIGHEST = 65_535;
  private static final int SUGGESTED = 10_000;

  /** A broker that was just orphaned lets go of its port within this time. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Who listens. */
  public enum Listener {
    ALERT_INGEST(8080, "alert-ingest"),
    SEVERITY_CLASSIFIER(8081, "severity-classifier"),
    ESCALATION_ENGINE(8082, "escalation-engine"),
    NOTIFIER(8083, "notifier"),
    STATUS_PAGE(8084, "status-page"),
    SANDBOX(8090, "sandbox"),
    SANDBOX_MAIL(8025, "the sandbox's mail"),
    KAFKA(9092, "Kafka"),
    KAFKA_CONTROLLER(9093, "Kafka's controller");

    private final int port;
    private final String label;

    Listener(int port, String label) {
      this.port = port;
      this.label = label;
    }

    /** The folder's name, or what people call it. */
    public String label() {
      return label;
    }
  }

  public int of(Listener listener) {
    return listener.port + offset;
  }

  public String url(Listener listener) {
    return "http://127.0.0.1:" + of(listener);
  }

  /** Refuses with a line for the ports that cannot be had, and how to choose others. */
  public void check(boolean embeddedKafka) throws StartRefused {
    Set<Listener> wanted = EnumSet.allOf(Listener.class);
    if (!embeddedKafka) {
      wanted.removeAll(EnumSet.of(Listener.KAFKA, Listener.KAFKA_CONTROLLER));
    }
    if (offset < 1 - Listener.SANDBOX_MAIL.port
        || Listener.KAFKA_CONTROLLER.port + offset > HIGHEST) {
      throw StartRefused.wrongInput(
          "--port-offset "
              + offset
              + " leads to ports that do not exist; choose 0 to "
              + (HIGHEST - Listener.KAFKA_CONTROLLER.port));
    }
    List<Listener> taken = takenAfterPatience(wanted);
    if (!taken.isEmpty()) {
      throw StartRefused.because(inUse(taken));
    }
  }

  private String inUse(List<Listener> taken) {
    List<String> names =
        taken.stream().map(listener -> of(listener) + " (" + listener.label + ")").toList();
    return (names.size() == 1 ? "port %s is" : "ports %s are").formatted(String.join(", ", names))
        + " in use; stop what listens there or choose others with --port-offset, say --port-offset "
        + (offset == SUGGESTED ? 2 * SUGGESTED : SUGGESTED);
  }

  private List<Listener> takenAfterPatience(Set<Listener> wanted) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    List<Listener> taken = taken(wanted);
    while (!taken.isEmpty() && System.nanoTime() < until) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      taken = taken(wanted);
    }
    return taken;
  }

  private List<Listener> taken(Set<Listener> wanted) {
    return wanted.stream().filter(listener -> !isFree(of(listener))).toList();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
