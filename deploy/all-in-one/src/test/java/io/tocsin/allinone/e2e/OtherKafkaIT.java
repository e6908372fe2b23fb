package io.tocsin.allinone.e2e;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** A Kafka that is not ours: what runs in the container is the image that others run. */
@ExtendWith(NeedsDocker.class)
@Testcontainers(disabledWithoutDocker = true)
class OtherKafkaIT {
  @Container private static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.2.1");

  @Test
  void anIncidentLivesOnAKafkaFromAContainer() throws IOException {
    try (RunningTocsin tocsin =
        RunningTocsin.prepared("other-kafka", Map.of(), "--kafka", KAFKA.getBootstrapServers())) {
      tocsin.start();
      new IncidentLife(tocsin).isLived();
    }
  }
}
