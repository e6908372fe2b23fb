package io.tocsin.contracts.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.Test;

class BriefAdminTest {

  /** Unlimited, it would wait a minute for the answer; after a step of the clock, a day. */
  @Test
  void itsEndDoesNotWaitForAnAnswerThatDoesNotCome() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      KafkaSettings kafka = KafkaSettings.of("127.0.0.1:" + silent.getLocalPort());
      KafkaFuture<Node> question =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20),
              () -> {
                try (BriefAdmin admin = BriefAdmin.of(kafka)) {
                  return admin.client().describeCluster().controller();
                }
              });
      assertThatThrownBy(() -> question.get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class);
    }
  }
}
