package io.tocsin.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Sends requests from one thread over connections that are kept. The time of a request is taken
 * from when it was to be sent, also when every connection was busy then: a slow answer does not
 * hide the slowness of those behind it (coordinated omission).
 */
public final class LoadGenerator implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long NAP_NANOS = 50_000;
  private static final long SLOWEST_MICROS = Duration.ofMinutes(10).toNanos() / 1000;

  private final Selector selector;
  private final List<Connection> connections = new ArrayList<>();
  private final ArrayDeque<Connection> idle = new ArrayDeque<>();
  private Histogram micros = new Histogram(SLOWEST_MICROS, 3);
  private long sent;
  private long accepted;
  private long refused;
  private long broken;

  /** Connects to {@code port} of this machine. */
  public LoadGenerator(int port, int count) throws IOException {
    selector = Selector.open();
    for (int i = 0; i < count; i++) {
      connections.add(new Connection(new InetSocketAddress("127.0.0.1", port), selector));
    }
  }

  /** One pass, on connections that are made before and closed after it. */
  public static Pass run(int port, int connections, Pace pace, Requests requests)
      throws IOException {
    try (LoadGenerator generator = new LoadGenerator(port, connections)) {
      return generator.run(pace, requests);
    }
  }

  /** Sends until {@code pace} is through, and waits for the answers. */
  public Pass run(Pace pace, Requests requests) throws IOException {
    micros = new Histogram(SLOWEST_MICROS, 3);
    sent = accepted = refused = broken = 0;
    idle.clear();
    idle.addAll(connections);
    long startedAt = System.currentTimeMillis();
    long start = System.nanoTime();
    long end = start + pace.longest().toNanos();
    while (sent < pace.most() && System.nanoTime() < end) {
      sendDue(pace, requests, start);
      answers(idle.isEmpty() ? -1 : untilNext(pace, start));
    }
    long patience = System.nanoTime() + PATIENCE.toNanos();
    while (answered() < sent && System.nanoTime() < patience) {
      answers(-1);
    }
    broken += sent - answered();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Pass(pace, sent, accepted, refused, broken, startedAt, seconds, micros);
  }

  private long answered() {
    return accepted + refused + broken;
  }

  private void sendDue(Pace pace, Requests requests, long start) throws IOException {
    long now = System.nanoTime();
    while (!idle.isEmpty() && sent < pace.most() && start + pace.dueNanos(sent) <= now) {
      Connection connection = idle.removeFirst();
      long at = pace.isOpen() ? start + pace.dueNanos(sent) : System.nanoTime();
      byte[] request = requests.request(sent);
      sent++;
      try {
        connection.send(request, at);
      } catch (IOException e) {
        lost(connection);
      }
    }
  }

  private long untilNext(Pace pace, long start) {
    return sent < pace.most() ? start + pace.dueNanos(sent) - System.nanoTime() : -1;
  }

  /** Takes the answers that are there; waits at most {@code nanos} for one, or a while if -1. */
  private void answers(long nanos) throws IOException {
    if (nanos < 0) {
      selector.select(100);
    } else if (nanos >= 2_000_000) {
      selector.select(nanos / 1_000_000 - 1);
    } else if (selector.selectNow() == 0 && nanos > 0) {
      LockSupport.parkNanos(Math.min(nanos, NAP_NANOS));
    }
    for (SelectionKey key : selector.selectedKeys()) {
      answer(key, (Connection) key.attachment());
    }
    selector.selectedKeys().clear();
  }

  private void answer(SelectionKey key, Connection connection) throws IOException {
    try {
      if (key.isValid() && key.isWritable()) {
        connection.write();
      }
      if (key.isValid() && key.isReadable() && connection.read()) {
        done(connection);
      }
    } catch (IOException e) {
      lost(connection);
    }
  }

  private void done(Connection connection) {
    if (connection.status() / 100 == 2) {
      accepted++;
    } else {
      refused++;
    }
    long taken = (System.nanoTime() - connection.intended()) / 1000;
    micros.recordValue(Math.min(taken, SLOWEST_MICROS));
    idle.addLast(connection);
  }

  private void lost(Connection connection) throws IOException {
    if (connection.isBusy()) {
      broken++;
      idle.addLast(connection);
    }
    connection.again();
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : connections) {
      connection.close();
    }
    selector.close();
  }
}
