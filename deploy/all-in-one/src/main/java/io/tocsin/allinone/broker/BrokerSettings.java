package io.tocsin.allinone.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One node that is broker and controller, bound to loopback.
 *
 * @param folder where its log lies
 * @param clusterId what it was, or is to be, formatted with
 */
public record BrokerSettings(Path folder, String clusterId, int port, int controllerPort) {
  static final int NODE_ID = 1;
  static final String CONTROLLER = "CONTROLLER";

  /** A single node has no replica to wait for. */
  private static final Map<String, String> SINGLE_NODE =
      Map.of(
          "offsets.topic.replication.factor", "1",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1",
          "default.replication.factor", "1",
          "min.insync.replicas", "1",
          "offsets.topic.num.partitions", "4",
          "transaction.state.log.num.partitions", "4",
          "auto.create.topics.enable", "false");

  /** After a crash of either side the other must not wait for the dead. */
  private static final Map<String, String> QUICK_RECOVERY =
      Map.of(
          "transaction.abort.timed.out.transaction.cleanup.interval.ms", "500",
          "group.initial.rebalance.delay.ms", "0",
          "group.min.session.timeout.ms", "1000",
          "broker.session.timeout.ms", "4000",
          "broker.heartbeat.interval.ms", "500");

  /** Offsets outlive a long pause; records keep engine time, even if the wall clock is wrong. */
  private static final Map<String, String> LONG_MEMORY =
      Map.of(
          "offsets.retention.minutes",
          "525600",
          "log.message.timestamp.after.max.ms",
          Long.toString(Long.MAX_VALUE));

  /** For one machine with little memory. */
  private static final Map<String, String> SMALL =
      Map.of(
          "num.network.threads", "2",
          "num.io.threads", "4",
          "background.threads", "2",
          "log.cleaner.dedupe.buffer.size", "16777216",
          "group.coordinator.threads", "1");

  /** What the broker is started with. */
  public Properties properties() {
    Properties properties = new Properties();
    List.of(SINGLE_NODE, QUICK_RECOVERY, LONG_MEMORY, SMALL).forEach(properties::putAll);
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", Integer.toString(NODE_ID));
    properties.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    properties.put("controller.listener.names", CONTROLLER);
    properties.put("inter.broker.listener.name", "PLAINTEXT");
    properties.put(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    properties.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(port, CONTROLLER, controllerPort));
    properties.put("advertised.listeners", "PLAINTEXT://" + address());
    properties.put("log.dirs", folder.toString());
    return properties;
  }

  /** Prepares the folder for a first start; one that was prepared before stays as it is. */
  public void format() throws Exception {
    Files.createDirectories(folder);
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, "UTF-8"))
        .setNodeId(NODE_ID)
        .setClusterId(clusterId)
        .addDirectory(folder.toString())
        .setMetadataLogDirectory(folder.toString())
        .setControllerListenerName(CONTROLLER)
        .setIgnoreFormatted(true)
        .run();
  }

  /** What clients connect to. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  List<String> arguments() {
    return List.of(
        folder.toString(), clusterId, Integer.toString(port), Integer.toString(controllerPort));
  }

  static BrokerSettings of(String... arguments) {
    return new BrokerSettings(
        Path.of(arguments[0]),
        arguments[1],
        Integer.parseInt(arguments[2]),
        Integer.parseInt(arguments[3]));
  }
}
