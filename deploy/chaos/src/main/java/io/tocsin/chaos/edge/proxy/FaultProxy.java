package io.tocsin.chaos.edge.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A TCP proxy on loopback that can be told to be late, silent or broken. What a silence holds back
 * is not lost: it arrives when the silence ends, as on a network that heals.
 */
public final class FaultProxy implements AutoCloseable {
  private static final int BACKLOG = 256;
  private static final int CONNECT_MILLIS = 3_000;
  private static final int END_SECONDS = 5;

  private final ServerSocket door;
  private final InetSocketAddress behind;
  private final Gate gate = new Gate();
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "proxy");
            thread.setDaemon(true);
            return thread;
          });

  private FaultProxy(ServerSocket door, InetSocketAddress behind) {
    this.door = door;
    this.behind = behind;
  }

  /** Listens on {@code port} for what stands behind {@code target}. */
  public static FaultProxy open(int port, int target) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    ServerSocket door = new ServerSocket();
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(loopback, port), BACKLOG);
    FaultProxy proxy = new FaultProxy(door, new InetSocketAddress(loopback, target));
    proxy.threads.execute(proxy::accept);
    return proxy;
  }

  /**
   * Changes the weather for what goes through from now on.
   *
   * @param delay of each piece while it is {@link Weather#SLOW}
   */
  public void set(Weather weather, Duration delay) {
    gate.set(weather, delay);
    if (weather == Weather.RESET) {
      links.forEach(Link::reset);
    }
  }

  /** Everything goes through again. */
  public void calm() {
    set(Weather.CALM, Duration.ZERO);
  }

  /** The port it listens on. */
  public int port() {
    return door.getLocalPort();
  }

  private void accept() {
    while (!closed.get()) {
      try {
        Socket near = door.accept();
        threads.execute(() -> connect(near));
      } catch (IOException e) {
        if (closed.get() || door.isClosed()) {
          return;
        }
      }
    }
  }

  private void connect(Socket near) {
    Socket far = new Socket();
    Link link = new Link(near, far, gate);
    try {
      if (gate.weather() == Weather.RESET) {
        link.reset();
        return;
      }
      gate.pass(true);
      far.connect(behind, CONNECT_MILLIS);
      links.add(link);
      link.open();
      threads.execute(
          () -> {
            link.pump(false);
            links.remove(link);
          });
      link.pump(true);
    } catch (IOException e) {
      link.reset();
    } catch (InterruptedException e) {
      link.reset();
      Thread.currentThread().interrupt();
    } finally {
      links.remove(link);
    }
  }

  @Override
  public void close() {
    closed.set(true);
    try {
      door.close();
    } catch (IOException e) {
      // it is gone either way
    }
    links.forEach(Link::reset);
    threads.shutdownNow();
    try {
      // the port is free only once nobody waits at the door any more
      boolean unused = threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
