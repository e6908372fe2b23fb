package io.tocsin.chaos.edge.system;

import io.tocsin.chaos.edge.proxy.FaultProxy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.Uuid;

/** Every process of one system, each with a data folder, a proxy and a wall clock of its own. */
public final class Installation implements AutoCloseable {
  /** Generous: it says when a process is given up, and other work may share the machine. */
  private static final Duration START = Duration.ofMinutes(5);

  private static final Duration ANSWER = Duration.ofSeconds(2);

  private final Path folder;
  private final Addresses addresses;
  private final People people;
  private final Map<Target, Jvm> jvms = new EnumMap<>(Target.class);
  private final Map<Target, Map<String, String>> extra;
  private final Network network;
  private final Map<Target, WallClock> clocks = new EnumMap<>(Target.class);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  private Installation(Path folder, Addresses addresses, Map<Target, Map<String, String>> extra) {
    this.folder = folder;
    this.extra = extra;
    this.network = new Network(addresses);
    this.addresses = addresses;
    this.people = new People(folder.getFileName().toString());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> jvms.values().forEach(Jvm::kill)));
  }

  /**
   * Prepares a new one; nothing runs yet.
   *
   * @param policies the shipped policies, which are copied
   * @param folder a new one, in which everything is kept
   */
  public static Installation prepared(Path policies, Path folder) throws IOException {
    return prepared(policies, folder, Map.of());
  }

  /**
   * The same, with settings that win over the usual ones.
   *
   * @param extra by process
   */
  public static Installation prepared(
      Path policies, Path folder, Map<Target, Map<String, String>> extra) throws IOException {
    Path root = Files.createDirectories(folder).toAbsolutePath();
    Installation made = new Installation(root, Addresses.free(), extra);
    ServiceSettings settings = new ServiceSettings(root, made.addresses);
    ShortPolicies.write(policies, settings.policies());
    made.people.write(settings.tokens());
    String cluster = Uuid.randomUuid().toString();
    for (Target target : Target.values()) {
      made.add(target, settings, cluster);
    }
    return made;
  }

  private void add(Target target, ServiceSettings settings, String cluster) throws IOException {
    WallClock clock = new WallClock(folder.resolve("clocks").resolve(target.label()));
    clock.set(Duration.ZERO);
    clocks.put(target, clock);
    Map<String, String> environment = new HashMap<>(clock.environment());
    environment.putAll(people.environment());
    List<String> arguments = new ArrayList<>();
    if (target == Target.BROKER) {
      arguments.add(folder.resolve("kafka").toString());
      arguments.add(cluster);
      arguments.add(Integer.toString(addresses.base()));
    }
    Map<String, String> told = new HashMap<>(settings.of(target));
    told.putAll(extra.getOrDefault(target, Map.of()));
    jvms.put(target, new Jvm(target, log(target), told, arguments, environment));
    network.add(target);
  }

  /** The way to {@code target} is laid anew: what was held back on the old one never arrives. */
  public void renewNetwork(Target target) throws IOException {
    network.renew(target);
  }

  /** Starts everything and waits until all are ready. */
  public void start() throws IOException {
    start(List.of(Target.values()));
  }

  /** Starts {@code wanted}, what they need first, and waits until all are ready. */
  public void start(List<Target> wanted) throws IOException {
    List<Target> first = List.of(Target.BROKER, Target.SANDBOX);
    for (Target target : first) {
      jvm(target).start();
    }
    awaitReady(first);
    for (Target target : wanted) {
      jvm(target).start();
    }
    awaitReady(wanted);
  }

  /** Waits until all of {@code targets} are ready; says who is not, and has it say where it is. */
  public void awaitReady(List<Target> targets) throws IOException {
    for (Target target : targets) {
      if (!Patience.until(START, () -> isReady(target) || !jvm(target).isAlive())
          || !jvm(target).isAlive()) {
        jvm(target).dumpThreads();
        throw new IOException("%s is not ready, see %s".formatted(target.label(), log(target)));
      }
    }
  }

  /** Whether a process says that it is ready; the broker, whether its port is open. */
  public boolean isReady(Target target) {
    if (target == Target.BROKER) {
      return Port.isOpen(addresses.kafkaPort());
    }
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(addresses.url(target) + "/actuator/health/readiness"))
              .timeout(ANSWER)
              .build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  Jvm jvm(Target target) {
    return Objects.requireNonNull(jvms.get(target));
  }

  public void kill(Target target) {
    jvm(target).kill();
  }

  /** Asks it to end, and makes it when that takes too long. */
  public void stop(Target target) {
    jvm(target).stop();
  }

  public void start(Target target) throws IOException {
    jvm(target).start();
  }

  public boolean isAlive(Target target) {
    return jvm(target).isAlive();
  }

  public void pause(Target target) throws IOException {
    jvm(target).pause();
  }

  public void resume(Target target) throws IOException {
    jvm(target).resume();
  }

  /** Sets the wall clock of {@code target} so far from the truth. */
  public void setClock(Target target, Duration fromTruth) {
    Objects.requireNonNull(clocks.get(target)).set(fromTruth);
  }

  /** Whether wall clocks can be set here. */
  public static boolean hasClocks() {
    return WallClock.library().isPresent();
  }

  /** What lies between {@code target} and the rest: for the broker, every way to it. */
  public List<FaultProxy> network(Target target) {
    return network.of(target);
  }

  public Addresses addresses() {
    return addresses;
  }

  public People people() {
    return people;
  }

  public Path folder() {
    return folder;
  }

  /** The output of {@code target} over all its lives. */
  public Path log(Target target) {
    return folder.resolve("logs").resolve(target.label() + ".log");
  }

  @Override
  public void close() {
    jvms.values().forEach(Jvm::kill);
    network.close();
  }
}
