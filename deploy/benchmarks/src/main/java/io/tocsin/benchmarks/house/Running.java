package io.tocsin.benchmarks.house;

import io.tocsin.allinone.up.Ports;
import io.tocsin.allinone.up.Ports.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code tocsin up} on ports and in a folder of its own, with the sandbox's limits lifted. */
public final class Running implements AutoCloseable {
  /** The key under which alerts are sent: those of the team {@code RX}. */
  public static final String KEY = "benchmark";

  private static final int OFFSET = 15_000;
  private static final int BESIDE = 17_000;
  private static final Duration START = Duration.ofSeconds(180);
  private static final Duration END = Duration.ofSeconds(30);
  private static final Set<Listener> SERVICES =
      EnumSet.range(Listener.ALERT_INGEST, Listener.SANDBOX);

  private final Readiness readiness = new Readiness();
  private final int offset;
  private final Ports ports;
  private final Path home;
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private @Nullable Process process;
  private double greetedAfter;
  private double readyAfter;

  private Running(Path home, Path folder, int offset) {
    this.home = home;
    this.folder = folder;
    this.offset = offset;
    this.ports = new Ports(offset);
    Runtime.getRuntime().addShutdownHook(new Thread(this::destroy, "stop-tocsin"));
  }

  /** Policies with long waits are written; nothing runs yet. */
  public static Running prepared(Path home, Path folder, String wait) throws IOException {
    return prepared(home, folder, wait, OFFSET);
  }

  private static Running prepared(Path home, Path folder, String wait, int offset)
      throws IOException {
    BenchPolicies.write(home.resolve("deploy/policies"), folder.resolve("policies"), wait);
    return new Running(home, folder, offset);
  }

  /** A second one runs beside the first, on other ports. */
  public static Running beside(Path home, Path folder) throws IOException, InterruptedException {
    Running running = prepared(home, folder, BenchPolicies.LONG, BESIDE);
    running.start();
    return running;
  }

  /** Runs, and every service is ready. */
  public static Running started(Path home, Path folder) throws IOException, InterruptedException {
    return started(home, folder, Map.of());
  }

  /** The same, with more in its environment. */
  public static Running started(Path home, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Running running = prepared(home, folder, BenchPolicies.LONG);
    running.environment.putAll(environment);
    running.start();
    return running;
  }

  /** Starts it and waits until every service is ready. */
  public void start() throws IOException, InterruptedException {
    Path output = folder.resolve("output.log");
    Files.deleteIfExists(output);
    long began = System.nanoTime();
    launch(output);
    Process started = running();
    boolean ready =
        Waiting.until(
            START,
            () -> {
              if (!started.isAlive()) {
                return true;
              }
              if (greetedAfter == 0 && Files.readString(output).contains("Tocsin is up.")) {
                greetedAfter = (System.nanoTime() - began) / 1e9;
              }
              return greetedAfter > 0 && allReady();
            });
    readyAfter = (System.nanoTime() - began) / 1e9;
    if (!ready || !started.isAlive()) {
      close();
      throw new IOException("tocsin up did not become ready; it says why in " + output);
    }
  }

  private void launch(Path output) throws IOException {
    greetedAfter = 0;
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                home.resolve("deploy/tocsin").toString(),
                "up",
                "--port-offset",
                Integer.toString(offset),
                "--data",
                data().toString(),
                "--policies",
                policies().toString()));
    builder.environment().keySet().removeIf(name -> name.matches("(TOCSIN|PAGERDUTY|DATADOG)_.*"));
    builder.environment().put("TOCSIN_SANDBOX_PAGERDUTY_EVENTS_PER_MINUTE", "0");
    builder.environment().put("TOCSIN_NOTIFIER_SLACK_MESSAGESPERMINUTE", "0");
    builder.environment().put("TOCSIN_NOTIFIER_SLACK_EDITSPERMINUTE", "0");
    builder.environment().put("TOCSIN_NOTIFIER_GITHUB_CALLSPERMINUTE", "0");
    builder.environment().put("DATADOG_RX_KEY", KEY);
    builder.environment().put("TOCSIN_CANARY_EVERY", "0s");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    process = builder.start();
  }

  /** Seconds from the last start to its greeting. */
  public double greetedAfter() {
    return greetedAfter;
  }

  /** Seconds from the last start until every service was ready. */
  public double readyAfter() {
    return readyAfter;
  }

  public int port(Listener listener) {
    return ports.of(listener);
  }

  public String kafka() {
    return "127.0.0.1:" + port(Listener.KAFKA);
  }

  public Path data() {
    return folder.resolve("data");
  }

  /** Where its policies are. */
  public Path policies() {
    return folder.resolve("policies");
  }

  /** The services' process and the broker's. */
  public List<ProcessHandle> processes() {
    ProcessHandle services = running().toHandle();
    return Stream.concat(Stream.of(services), services.children()).toList();
  }

  /** What both use. */
  public ProcessUse use() throws IOException {
    return ProcessUse.of(processes());
  }

  /** {@code kill -9} of both. */
  public void killHard() throws InterruptedException {
    List<ProcessHandle> both = processes();
    both.forEach(ProcessHandle::destroyForcibly);
    Waiting.until(END, () -> both.stream().noneMatch(ProcessHandle::isAlive));
  }

  private boolean allReady() throws InterruptedException {
    for (Listener service : SERVICES) {
      if (!readiness.holds(port(service))) {
        return false;
      }
    }
    return true;
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("tocsin up was not started");
    }
    return process;
  }

  private void destroy() {
    if (process != null && process.isAlive()) {
      processes().forEach(ProcessHandle::destroyForcibly);
    }
  }

  @Override
  public void close() throws InterruptedException {
    if (process != null && process.isAlive()) {
      process.destroy();
      process.waitFor(END.toSeconds(), TimeUnit.SECONDS);
    }
    destroy();
  }
}
