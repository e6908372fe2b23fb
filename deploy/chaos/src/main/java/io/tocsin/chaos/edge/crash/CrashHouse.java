package io.tocsin.chaos.edge.crash;

import io.tocsin.chaos.edge.driver.HttpCalls;
import io.tocsin.chaos.edge.nemesis.Provider;
import io.tocsin.chaos.edge.proxy.FaultProxy;
import io.tocsin.chaos.edge.proxy.Weather;
import io.tocsin.chaos.edge.record.Seen;
import io.tocsin.chaos.edge.record.Tail;
import io.tocsin.chaos.edge.system.Installation;
import io.tocsin.chaos.edge.system.Target;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.TopicSetup;
import io.tocsin.contracts.runtime.TopicsRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Kafka, the sandbox and a notifier that may die; the engine's part is played by who sends. */
final class CrashHouse implements AutoCloseable {
  /** Every incident in flight has a thread of its own, or some would wait and not be in flight. */
  private static final Map<Target, Map<String, String>> ROOM =
      Map.of(Target.NOTIFIER, Map.of("tocsin.notifier.stripes", "1024"));

  private static final String COUNTED = "tocsin_notifier_deliveries_total{";

  private final Installation installation;
  private final Provider provider;
  private final Seen seen = new Seen();
  private final Tail tail;
  private final KafkaProducer<String, byte[]> producer;
  private final HttpCalls calls = new HttpCalls(Duration.ofSeconds(5), ForkJoinPool.commonPool());
  private final String policy;

  private CrashHouse(Installation installation, KafkaSettings kafka, String policy) {
    this.installation = installation;
    this.provider = new Provider(installation.addresses().url(Target.SANDBOX));
    this.tail = new Tail(installation.addresses().kafka(), seen);
    this.producer = new KafkaProducer<>(kafka.producer());
    this.policy = policy;
  }

  /**
   * Starts it anew.
   *
   * @param policies the shipped ones, which are copied
   * @param folder of its own, in which everything is kept
   */
  static CrashHouse open(Path policies, Path folder) throws IOException {
    Installation installation = Installation.prepared(policies, folder, ROOM);
    try {
      installation.start(List.of(Target.NOTIFIER));
      KafkaSettings kafka = new KafkaSettings(installation.addresses().kafka(), true, (short) 1);
      TopicSetup.ensure(kafka);
      String policy = PolicyFiles.read(installation.folder().resolve("policies")).hash();
      return new CrashHouse(installation, kafka, policy);
    } catch (TopicsRefused | PolicyRejected | IOException | RuntimeException e) {
      installation.close();
      throw new IOException("the notifier could not be started; see " + folder, e);
    }
  }

  Provider provider() {
    return provider;
  }

  Seen seen() {
    return seen;
  }

  /** The hash of the policies that it runs by. */
  String policy() {
    return policy;
  }

  void send(List<Notification> notifications) {
    for (Notification each : notifications) {
      var topic = Topics.notifications(each.channel());
      var unused =
          producer.send(
              new ProducerRecord<>(
                  topic.name(), each.incident().toString(), topic.serde().bytes(each)));
    }
    producer.flush();
  }

  /** Nothing that is sent reaches a provider, and nobody is told. */
  void silenceProviders() {
    installation.network(Target.SANDBOX).forEach(way -> way.set(Weather.BLACKHOLE, Duration.ZERO));
  }

  /** The notifier reaches Kafka no more. */
  void cutKafka() {
    installation.network(Target.NOTIFIER).forEach(way -> way.set(Weather.RESET, Duration.ZERO));
  }

  /** How many sends the notifier knows the end of, in this life. */
  long concluded() throws IOException {
    String metrics =
        calls.get(installation.addresses().url(Target.NOTIFIER) + "/actuator/prometheus").body();
    return metrics
        .lines()
        .filter(line -> line.startsWith(COUNTED))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** {@code kill -9}; then everything around it is whole again, and it is started. */
  void kill() {
    installation.kill(Target.NOTIFIER);
  }

  /** Everything around it is whole again, and it is started and ready. */
  void revive() throws IOException {
    installation.renewNetwork(Target.SANDBOX);
    installation.network(Target.NOTIFIER).forEach(FaultProxy::calm);
    provider.behave();
    installation.start(Target.NOTIFIER);
    installation.awaitReady(List.of(Target.NOTIFIER));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    tail.close();
    installation.close();
  }
}
