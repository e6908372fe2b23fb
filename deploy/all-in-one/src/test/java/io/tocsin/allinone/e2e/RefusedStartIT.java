package io.tocsin.allinone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.allinone.broker.BrokerProcess;
import io.tocsin.allinone.broker.BrokerSettings;
import io.tocsin.allinone.broker.ClusterId;
import io.tocsin.allinone.up.Ports.Listener;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusedStartIT {
  private RunningTocsin tocsin;

  @BeforeEach
  void prepare() throws Exception {
    tocsin = RunningTocsin.prepared("refused", Map.of());
  }

  @AfterEach
  void stop() {
    tocsin.close();
  }

  @Test
  void topicsWithAnotherPartitionCountAreOneLineAndNothingIsLeft() throws Exception {
    Files.createDirectories(tocsin.data());
    BrokerSettings settings =
        new BrokerSettings(
            tocsin.data().resolve("kafka"),
            ClusterId.keptIn(tocsin.data()),
            tocsin.ports().of(Listener.KAFKA),
            tocsin.ports().of(Listener.KAFKA_CONTROLLER));
    try (BrokerProcess broker = BrokerProcess.start(settings, tocsin.data().resolve("logs"));
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      admin.createTopics(List.of(new NewTopic("alerts", 3, (short) 1))).all().get();
    }
    assertThat(refusal(1))
        .startsWith("tocsin: topic alerts has 3 partitions, expected 8")
        .contains("use a cluster or data folder of Tocsin's own");
    tocsin.ports().check(true);
  }

  @Test
  void aPortInUseIsOneLineThatNamesIt() throws Exception {
    int port = tocsin.ports().of(Listener.STATUS_PAGE);
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(refusal(1)).startsWith("tocsin: port " + taken.getLocalPort() + " (status-page)");
    }
    tocsin.ports().check(true);
  }

  @Test
  void aBrokenPolicyIsToldWithItsPlaceAndMakesNothing() throws Exception {
    Files.writeString(
        tocsin.policies().resolve("health-portal/policy.yaml"), "code: HP\nname: Health portal\n");
    Process process = tocsin.launch();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ended by itself").isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(tocsin.said()).contains("health-portal/policy.yaml").contains("nothing was started");
    assertThat(tocsin.data()).doesNotExist();
    tocsin.ports().check(true);
  }

  /** What it said beside that it was starting, when it ended by itself with {@code exit}. */
  private String refusal(int exit) throws Exception {
    Process process = tocsin.launch();
    assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("it ended by itself").isTrue();
    assertThat(process.exitValue()).isEqualTo(exit);
    List<String> said =
        tocsin.said().lines().filter(line -> !line.startsWith("tocsin: starting")).toList();
    assertThat(said).hasSize(1);
    return said.get(0);
  }
}
