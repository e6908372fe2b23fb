package io.tocsin.allinone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.allinone.FreePorts;
import io.tocsin.allinone.Tocsin;
import io.tocsin.allinone.up.OperatorTokens;
import io.tocsin.allinone.up.Ports;
import io.tocsin.allinone.up.Ports.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** {@code tocsin up} as its user starts it: a process of its own, with the broker as its child. */
final class RunningTocsin implements AutoCloseable {
  private static final Path ROOT = Path.of("target", "e2e");
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration END = Duration.ofSeconds(20);
  private static final int TAIL = 4_000;

  /** Two forks of the tests must not choose the same ports. */
  private static final int FIRST_PORT = 13_000 + 4_000 * Integer.getInteger("tocsin.fork", 1);

  private static final Set<Listener> SERVICES =
      EnumSet.range(Listener.ALERT_INGEST, Listener.SANDBOX);
  private static final List<String> UP = List.of(Tocsin.class.getName(), "up");

  private final Path folder;
  private final Ports ports = new Ports(FreePorts.offsetFrom(FIRST_PORT));
  private final Map<String, String> environment;
  private final List<String> options;
  private final Outside outside;
  private final Set<Listener> services = EnumSet.copyOf(SERVICES);
  private List<String> program = UP;
  private Process process;

  private RunningTocsin(Path folder, Map<String, String> environment, List<String> options) {
    this.folder = folder;
    this.environment = environment;
    this.options = options;
    this.outside = new Outside(ports, data().resolve(OperatorTokens.CLEAR));
  }

  /** Prepares a folder with short policies; nothing runs yet. */
  static RunningTocsin prepared(String name, Map<String, String> environment, String... options)
      throws IOException {
    Files.createDirectories(ROOT);
    Path folder = Files.createTempDirectory(ROOT, name + "-").toAbsolutePath();
    ShortPolicies.in(folder.resolve("policies"));
    return new RunningTocsin(folder, environment, List.of(options));
  }

  /** The same for one whose notifier is another process. */
  static RunningTocsin withoutNotifier(String name, Map<String, String> environment)
      throws IOException {
    RunningTocsin prepared = prepared(name, environment);
    prepared.program = List.of(UpWithoutNotifier.class.getName());
    prepared.services.remove(Listener.NOTIFIER);
    return prepared;
  }

  /** Starts the process and does not wait. */
  Process launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx640m", "-Xss512k"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(program);
    command.addAll(List.of("--data", data().toString()));
    command.addAll(List.of("--policies", folder.resolve("policies").toString()));
    command.addAll(List.of("--port-offset", Integer.toString(ports.offset())));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("TOCSIN_"));
    builder.environment().put("TOCSIN_SANDBOX_PAGERDUTY_EVENTS_PER_MINUTE", "0");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
    process = builder.start();
    Process started = process;
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    return started;
  }

  /** Starts it and waits until every service is ready. */
  void start() throws IOException {
    launch();
    await("ready, see " + output())
        .atMost(START)
        .pollInterval(Duration.ofMillis(200))
        .failFast("it ended: " + output(), () -> !process.isAlive())
        .until(() -> services.stream().allMatch(outside::isReady));
  }

  /** {@code kill -9}: its broker must end by itself. */
  void killHard() {
    ProcessHandle broker = broker();
    process.destroyForcibly();
    await().atMost(END).until(() -> !process.isAlive());
    await("no orphan broker is left").atMost(END).until(() -> !broker.isAlive());
  }

  /** {@code kill -9} of the broker alone; {@code up} starts another. */
  void killBroker() {
    assertThat(broker().destroyForcibly()).as("the broker was there to be killed").isTrue();
  }

  /** The broker answers nobody any more, and is not replaced: its process is there. */
  void freezeBroker() throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-STOP", Long.toString(broker().pid())).start();
    assertThat(kill.waitFor()).as("the broker was frozen").isZero();
  }

  /** {@code kill -9} of a process and of its frozen broker, which could not end by itself. */
  void killHardWithFrozenBroker() {
    ProcessHandle broker = broker();
    process.destroyForcibly();
    broker.destroyForcibly();
    await().atMost(END).until(() -> !process.isAlive() && !broker.isAlive());
  }

  ProcessHandle broker() {
    List<ProcessHandle> children = process.children().toList();
    assertThat(children).as("the broker is the only child").hasSize(1);
    return children.get(0);
  }

  Outside outside() {
    return outside;
  }

  /** The same with connections of its own, for what would crowd out others. */
  Outside anotherOutside() {
    return new Outside(ports, data().resolve(OperatorTokens.CLEAR));
  }

  Ports ports() {
    return ports;
  }

  Path data() {
    return folder.resolve("data");
  }

  Path policies() {
    return folder.resolve("policies");
  }

  /** Where clients find its embedded Kafka. */
  String kafka() {
    return "127.0.0.1:" + ports.of(Listener.KAFKA);
  }

  /** All that it said to a person. */
  String said() throws IOException {
    return Files.exists(output()) ? Files.readString(output()) : "";
  }

  /** The end of what it said and of its log: why a test failed. */
  String tail() throws IOException {
    Path log = data().resolve("logs/tocsin.json");
    return "--- "
        + output()
        + "\n"
        + end(said())
        + "\n--- "
        + log
        + "\n"
        + end(Files.exists(log) ? Files.readString(log) : "");
  }

  private static String end(String text) {
    return text.substring(Math.max(0, text.length() - TAIL));
  }

  private Path output() {
    return folder.resolve("output.log");
  }

  /** Ctrl-C, and harder when that does not help. */
  @Override
  public void close() {
    if (process == null || !process.isAlive()) {
      return;
    }
    List<ProcessHandle> children = process.children().toList();
    process.destroy();
    try {
      if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
