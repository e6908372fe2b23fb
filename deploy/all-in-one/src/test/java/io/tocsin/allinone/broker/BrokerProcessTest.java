package io.tocsin.allinone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tocsin.allinone.FreePorts;
import io.tocsin.allinone.StartRefused;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.TopicSetup;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessTest {
  @TempDir Path folder;
  private final int port = FreePorts.one();
  private final int controllerPort = FreePorts.one();

  @Test
  void aKilledBrokerComesBackWithItsDataAndItsClusterId() throws Exception {
    try (BrokerProcess broker = start()) {
      String cluster = clusterId(broker.address());
      assertThat(cluster).isEqualTo(ClusterId.keptIn(folder));
      TopicSetup.ensure(kafka());
      write("kept");
      long killed = broker.pid();
      ProcessHandle.of(killed).orElseThrow().destroyForcibly();

      await().atMost(Duration.ofSeconds(60)).until(() -> broker.pid() != killed && answers());
      assertThat(clusterId(broker.address())).isEqualTo(cluster);
      assertThat(records()).isEqualTo(1);
    }
  }

  @Test
  void anotherStartOnTheSameFolderGoesOnWithTheSameCluster() throws Exception {
    long pid;
    try (BrokerProcess broker = start()) {
      pid = broker.pid();
      TopicSetup.ensure(kafka());
      write("kept");
    }
    assertThat(ProcessHandle.of(pid)).as("the child of the first start").isEmpty();
    try (BrokerProcess again = start()) {
      assertThat(clusterId(again.address())).isEqualTo(ClusterId.keptIn(folder));
      assertThat(records()).isEqualTo(1);
    }
  }

  @Test
  void aBrokerWhoseParentIsGoneEndsAtOnce() throws Exception {
    BrokerJvm orphan = BrokerJvm.start(settings(), folder.resolve("logs"));
    orphan.ready().get(60, TimeUnit.SECONDS);
    orphan.process().getOutputStream().close();
    assertThat(orphan.process().waitFor(2, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aBrokerThatCannotHaveItsPortIsAClearRefusal() throws Exception {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(this::start)
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("the embedded Kafka did not start")
          .hasMessageContaining(folder.resolve("logs").toString());
      assertThat(taken.isBound()).isTrue();
    }
  }

  private BrokerProcess start() throws StartRefused {
    return BrokerProcess.start(settings(), folder.resolve("logs"));
  }

  private BrokerSettings settings() throws StartRefused {
    return new BrokerSettings(
        folder.resolve("kafka"), ClusterId.keptIn(folder), port, controllerPort);
  }

  private KafkaSettings kafka() {
    return new KafkaSettings("127.0.0.1:" + port, true, (short) 1);
  }

  private void write(String value) throws Exception {
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(kafka().producer())) {
      producer.send(new ProducerRecord<>("policies", "key", value.getBytes())).get();
    }
  }

  private long records() {
    TopicPartition policies = new TopicPartition("policies", 0);
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka().consumer())) {
      return consumer.endOffsets(List.of(policies)).get(policies);
    }
  }

  private boolean answers() {
    try {
      return !clusterId("127.0.0.1:" + port).isEmpty();
    } catch (Exception notYet) {
      return false;
    }
  }

  private static String clusterId(String address) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      return admin.describeCluster().clusterId().get(20, TimeUnit.SECONDS);
    }
  }
}
