package io.tocsin.chaos.edge.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One process of the system over all its lives. */
final class Jvm {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xss512k",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xshare:auto",
          "-Djava.awt.headless=true",
          "-Djava.security.egd=file:/dev/urandom",
          "-Dlogging.config=classpath:chaos-logback.xml",
          "-Dlogback.configurationFile=chaos-logback.xml");

  private static final int PATIENCE_SECONDS = 10;

  /** On a busy machine even the dead take their time. */
  private static final int KILL_SECONDS = 60;

  private final Target target;
  private final Path log;
  private final List<String> command = new ArrayList<>();
  private final Map<String, String> environment;
  private final AtomicInteger lives = new AtomicInteger();
  private @Nullable Process process;

  /**
   * @param settings become system properties, which win over the service's own file
   * @param arguments of its main
   */
  Jvm(
      Target target,
      Path log,
      Map<String, String> settings,
      List<String> arguments,
      Map<String, String> environment) {
    this.target = target;
    this.log = log;
    this.environment = environment;
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.add("-Xmx" + target.heap() + "m");
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Room.class.getName(), target.main()));
    command.addAll(arguments);
  }

  Target target() {
    return target;
  }

  /** Starts it, if it does not run already, and does not wait for it. */
  synchronized void start() throws IOException {
    if (process != null && process.isAlive()) {
      return;
    }
    Files.createDirectories(log.getParent());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("TOCSIN_"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process = builder.start();
    lives.incrementAndGet();
  }

  /** {@code kill -9}, and waits until it is gone. */
  synchronized void kill() {
    Process running = process;
    if (running == null) {
      return;
    }
    try {
      if (!running.destroyForcibly().waitFor(KILL_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(target.label() + " survived kill -9");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@code SIGTERM}, and {@code kill -9} when that takes too long. */
  void stop() {
    Process running = running();
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      boolean ended = running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Process running() {
    return process;
  }

  /** {@code SIGSTOP}. */
  void pause() throws IOException {
    signal("STOP");
  }

  /** {@code SIGCONT}. */
  void resume() throws IOException {
    signal("CONT");
  }

  /** Writes what each thread does to its log, for whoever asks why it does not answer. */
  void dumpThreads() throws IOException {
    signal("QUIT");
    Patience.pass(Duration.ofSeconds(1));
  }

  private synchronized void signal(String name) throws IOException {
    Process running = process;
    if (running == null || !running.isAlive()) {
      return;
    }
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(running.pid())).start();
    try {
      if (kill.waitFor() != 0 && running.isAlive()) {
        throw new IOException("kill -" + name + " did not reach " + target.label());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** How often it was started. */
  int lives() {
    return lives.get();
  }
}
