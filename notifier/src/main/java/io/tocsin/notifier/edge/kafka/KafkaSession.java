package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.notifier.core.Standing;
import io.tocsin.notifier.edge.topic.Follower;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** All Kafka clients of the notifier, from their making to their end. */
final class KafkaSession implements AutoCloseable {
  private static final Duration LOADING = Duration.ofSeconds(60);

  private final Follower incidents;
  private final DefaultKafkaProducerFactory<String, byte[]> producers;
  private final KafkaTemplate<String, byte[]> template;
  private final ResultFlusher flusher;
  private final List<LaneConsumer> consumers;

  KafkaSession(
      KafkaSettings kafka,
      NotifierSettings settings,
      List<Lane> lanes,
      Sending sending,
      Map<IncidentId, Standing> standings) {
    this.incidents =
        new Follower(kafka, Topics.INCIDENTS, Follower.From.BEGINNING, new IncidentView(standings));
    this.producers = Transactions.factory(kafka, settings.instance() + "-results");
    this.template = new KafkaTemplate<>(producers);
    this.flusher = new ResultFlusher(sending.results(), template, settings.flushEvery());
    this.consumers =
        lanes.stream()
            .map(lane -> new LaneConsumer(lane, kafka, settings.instance(), sending.clock()))
            .toList();
  }

  /** Starts in the order in which they need each other. */
  void start() throws InterruptedException {
    incidents.start();
    if (!incidents.awaitCaughtUp(LOADING)) {
      throw new IllegalStateException(
          "incidents could not be read within " + LOADING.toSeconds() + " s");
    }
    Transactions.endFormer(template);
    flusher.start();
    consumers.forEach(LaneConsumer::start);
  }

  /** Lets a start that waits go on; any thread may. */
  void wake() {
    incidents.wake();
  }

  boolean isRunning() {
    return incidents.isRunning()
        && flusher.isRunning()
        && consumers.stream().allMatch(LaneConsumer::isRunning);
  }

  boolean isReady() {
    return isRunning() && consumers.stream().allMatch(LaneConsumer::isReady);
  }

  /** Takes nothing more. */
  void stopTaking() {
    consumers.forEach(LaneConsumer::close);
  }

  /** Commits the results that wait, at most for {@code patience}. */
  void drain(Duration patience) throws InterruptedException {
    flusher.drain(patience);
  }

  @Override
  public void close() {
    stopTaking();
    flusher.close();
    producers.destroy();
    incidents.close();
  }
}
