package io.tocsin.severityclassifier.edge.kafka;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.CloudEvent;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Rejected;
import io.tocsin.contracts.events.Topics;
import io.tocsin.severityclassifier.core.Classification;
import io.tocsin.severityclassifier.core.Classifier;
import io.tocsin.severityclassifier.core.Route;
import io.tocsin.severityclassifier.edge.json.AlertJson;
import io.tocsin.severityclassifier.edge.json.UnreadableAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Classifies each record of one partition. No record stops the stream: what is no alert becomes a
 * dead letter, and an alert that cannot be classified P1-unknown. Kafka's own faults are not caught
 * here, for they end the thread.
 */
final class AlertProcessor implements Processor<String, byte[], String, Outcome> {
  private static final String SOURCE = "/severity-classifier";
  private static final Logger log = LoggerFactory.getLogger(AlertProcessor.class);
  private static final JsonSerde<ClassifiedAlert> CLASSIFIED = Topics.CLASSIFIED_ALERTS.serde();
  private static final JsonSerde<Rejected> REJECTED = Topics.DEAD_LETTERS.serde();
  private static final Duration SWEEP = Duration.ofMinutes(1);

  /** A dead letter holds no more of the body than a broker takes, Base64 and all. */
  private static final int LONGEST_BODY = 512 * 1024;

  private final ClassifierTopology.Surroundings surroundings;
  private @Nullable ProcessorContext<String, Outcome> context;
  private @Nullable RouteStore routes;
  private @Nullable Cancellable sweep;

  AlertProcessor(ClassifierTopology.Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Also called when the task is revived: its former sweep must not go on beside the new. */
  @Override
  public void init(ProcessorContext<String, Outcome> given) {
    close();
    RouteStore opened = new RouteStore(given.getStateStore(ClassifierTopology.STORE));
    context = given;
    routes = opened;
    sweep =
        given.schedule(
            SWEEP,
            PunctuationType.WALL_CLOCK_TIME,
            tick -> opened.sweep(surroundings.clock().instant()));
  }

  @Override
  public void close() {
    if (sweep != null) {
      sweep.cancel();
      sweep = null;
    }
  }

  @Override
  public void process(Record<String, byte[]> received) {
    ProcessorContext<String, Outcome> sink = opened(context);
    RouteStore store = opened(routes);
    Alert alert;
    try {
      alert = AlertJson.read(received.value());
    } catch (UnreadableAlert e) {
      sink.forward(deadLetter(received, place(sink), e));
      return;
    }
    Route remembered = store.get(alert.key());
    Classification verdict =
        Classifier.classify(
            alert,
            sink.recordMetadata().map(RecordMetadata::offset).orElse(Long.MAX_VALUE),
            remembered,
            surroundings.clock().instant(),
            surroundings.policies().get());
    byte[] bytes = CLASSIFIED.bytes(verdict.alert());
    if (verdict.route() != null) {
      store.put(alert.key(), store.bytes(alert.key(), verdict.route()));
    }
    sink.forward(classified(received, verdict.alert(), bytes));
    surroundings.metrics().classified(verdict.alert());
  }

  private static Record<String, Outcome> classified(
      Record<String, byte[]> received, ClassifiedAlert alert, byte[] bytes) {
    if (alert.unknown()) {
      log.error(
          "alert {} is {}-unknown: {}",
          alert.alert().id(),
          alert.severity(),
          alert.decidedBy().name());
    }
    Headers headers =
        new CloudEvent("classified-alert", SOURCE, alert.alert().id().value(), alert.classifiedAt())
            .onto(new RecordHeaders(received.headers()));
    return new Record<>(
        alert.groupingKey().value(), new Outcome(true, bytes), received.timestamp(), headers);
  }

  private Record<String, Outcome> deadLetter(
      Record<String, byte[]> received, String place, UnreadableAlert why) {
    log.error("record {} is no alert; it is kept in {}", place, Topics.DEAD_LETTERS);
    surroundings.metrics().unreadable();
    Instant now = surroundings.clock().instant();
    byte[] body = received.value() == null ? new byte[0] : received.value();
    boolean cut = body.length > LONGEST_BODY;
    Reason reason =
        new Reason(
            "unreadable-alert",
            "record %s: %s%s".formatted(place, why.getMessage(), cut ? " (body cut)" : ""));
    Rejected rejected =
        Rejected.of(
            Topics.ALERTS.name(), reason, cut ? Arrays.copyOf(body, LONGEST_BODY) : body, now);
    return new Record<>(
        received.key() == null ? place : received.key(),
        new Outcome(false, REJECTED.bytes(rejected)),
        received.timestamp(),
        new CloudEvent("rejected", SOURCE, place, now).onto(new RecordHeaders(received.headers())));
  }

  /** {@code alerts/3/1207}: topic, partition and offset. */
  private static String place(ProcessorContext<String, Outcome> context) {
    return context
        .recordMetadata()
        .map(at -> at.topic() + "/" + at.partition() + "/" + at.offset())
        .orElse(Topics.ALERTS.name());
  }

  private static <T> T opened(@Nullable T given) {
    if (given == null) {
      throw new IllegalStateException("a record came before the processor was initialised");
    }
    return given;
  }
}
