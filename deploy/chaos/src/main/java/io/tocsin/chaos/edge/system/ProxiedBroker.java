package io.tocsin.chaos.edge.system;

import io.tocsin.allinone.broker.BrokerSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * The shipped broker with one more listener for each service, advertised where the service's proxy
 * listens: a client that came through its proxy stays behind it.
 */
public final class ProxiedBroker {
  private ProxiedBroker() {}

  /** Arguments: folder, cluster id, the first port. */
  public static void main(String... arguments) throws Exception {
    Addresses addresses = new Addresses(Integer.parseInt(arguments[2]));
    BrokerSettings settings =
        new BrokerSettings(
            Path.of(arguments[0]), arguments[1], addresses.kafkaPort(), addresses.controllerPort());
    settings.format();
    Properties properties = settings.properties();
    listenFor(addresses, properties);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    server.startup();
    server.awaitShutdown();
  }

  private static void listenFor(Addresses addresses, Properties properties) {
    List<Target> clients = Arrays.stream(Target.values()).filter(Target::usesKafka).toList();
    for (Target client : clients) {
      add(
          properties,
          "listeners",
          "%s://127.0.0.1:%d".formatted(client.name(), addresses.listener(client)));
      add(
          properties,
          "advertised.listeners",
          "%s://127.0.0.1:%d".formatted(client.name(), addresses.proxy(client)));
      add(properties, "listener.security.protocol.map", client.name() + ":PLAINTEXT");
    }
    properties.put("num.network.threads", "1");
  }

  private static void add(Properties properties, String name, String value) {
    properties.put(name, properties.getProperty(name) + "," + value);
  }
}
