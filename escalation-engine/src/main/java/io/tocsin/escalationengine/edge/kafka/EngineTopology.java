package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.events.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** Three topics in, one processor with all stores, everything it says out. */
public final class EngineTopology {
  /** What is read. */
  public static final List<Topic<?>> INPUTS =
      List.of(Topics.CLASSIFIED_ALERTS, Topics.INCIDENT_COMMANDS, Topics.DELIVERY_RECEIPTS);

  private static final String PROCESSOR = "incidents";

  private EngineTopology() {}

  /** Adds the engine to {@code topology}. */
  static Topology addTo(Topology topology, Engine engine) {
    List<String> sources = new ArrayList<>();
    for (Topic<?> input : INPUTS) {
      String source = "from-" + input.name();
      sources.add(source);
      topology.addSource(
          Topology.AutoOffsetReset.EARLIEST,
          source,
          extractor(input),
          new StringDeserializer(),
          new ByteArrayDeserializer(),
          input.name());
    }
    topology.addProcessor(
        PROCESSOR, () -> new IncidentProcessor(engine), sources.toArray(String[]::new));
    EngineStores.builders().forEach(store -> topology.addStateStore(store, PROCESSOR));
    outputs()
        .forEach(
            output ->
                topology.addSink(
                    Outbox.sink(output),
                    output.name(),
                    new StringSerializer(),
                    new ByteArraySerializer(),
                    PROCESSOR));
    return topology;
  }

  /** A task takes the oldest record first: people and providers overtake a backlog of alerts. */
  private static TimestampExtractor extractor(Topic<?> input) {
    return input == Topics.CLASSIFIED_ALERTS ? new AsWritten() : new Overtaking();
  }

  private static List<Topic<?>> outputs() {
    List<Topic<?>> outputs =
        new ArrayList<>(
            List.of(
                Topics.INCIDENT_EVENTS,
                Topics.INCIDENTS,
                Topics.ALERT_DISPOSITIONS,
                Topics.DEAD_LETTERS));
    for (Channel channel : Channel.values()) {
      outputs.add(Topics.notifications(channel));
    }
    return outputs;
  }
}
