package io.tocsin.escalationengine.edge.view;

import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.TopicSetup;
import io.tocsin.contracts.runtime.TopicsRefused;
import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One real broker for all tests of the API and its view, with every topic. */
public final class RealBroker {
  private static final KafkaSettings KAFKA = start();

  private RealBroker() {}

  public static KafkaSettings kafka() {
    return KAFKA;
  }

  private static KafkaSettings start() {
    EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperties(
        Map.of(
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "offsets.topic.replication.factor", "1",
            "group.initial.rebalance.delay.ms", "0"));
    broker.afterPropertiesSet();
    Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
    KafkaSettings kafka = KafkaSettings.of(broker.getBrokersAsString());
    try {
      TopicSetup.ensure(kafka);
    } catch (TopicsRefused e) {
      throw new IllegalStateException(e);
    }
    return kafka;
  }
}
