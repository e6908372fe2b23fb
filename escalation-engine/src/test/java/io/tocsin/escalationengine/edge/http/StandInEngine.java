package io.tocsin.escalationengine.edge.http;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Response;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.escalationengine.edge.view.Cases;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Plays the engine for the API: one transaction for each command, an event and the incident after
 * it; a repeated command makes none, and what is over takes no command.
 */
final class StandInEngine {
  private final Map<IncidentId, Incident> incidents = new HashMap<>();
  private final List<IncidentCommand> taken = new CopyOnWriteArrayList<>();
  private final List<String> cloudEvents = new CopyOnWriteArrayList<>();
  private final KafkaConsumer<String, byte[]> consumer;
  private final KafkaProducer<String, byte[]> producer;
  private boolean silent;
  private long number;

  StandInEngine(KafkaSettings kafka) {
    consumer = new KafkaConsumer<>(kafka.consumer());
    consumer.assign(
        IntStream.range(0, Topics.PARTITIONS)
            .mapToObj(n -> new TopicPartition(Topics.INCIDENT_COMMANDS.name(), n))
            .toList());
    Map<String, Object> settings = kafka.producer();
    settings.put("transactional.id", UUID.randomUUID().toString());
    producer = new KafkaProducer<>(settings);
    producer.initTransactions();
    Thread thread = new Thread(this::run, "stand-in-engine");
    thread.setDaemon(true);
    thread.start();
  }

  /** Commands wait until it speaks again. */
  synchronized void silence(boolean on) {
    silent = on;
    notifyAll();
  }

  private synchronized void awaitSpeech() throws InterruptedException {
    while (silent) {
      wait();
    }
  }

  /** How many commands reached it under this id, repeats included. */
  long taken(String id) {
    return taken.stream().filter(command -> command.id().equals(id)).count();
  }

  List<IncidentCommand> taken() {
    return List.copyOf(taken);
  }

  /** Type and id of each record that reached it, as its CloudEvents headers say. */
  List<String> cloudEvents() {
    return List.copyOf(cloudEvents);
  }

  private static String header(ConsumerRecord<String, byte[]> read, String name) {
    return new String(read.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private void run() {
    try {
      while (true) {
        for (ConsumerRecord<String, byte[]> read : consumer.poll(Duration.ofMillis(50))) {
          awaitSpeech();
          cloudEvents.add(header(read, "ce_type") + " " + header(read, "ce_id"));
          take(Topics.INCIDENT_COMMANDS.serde().value(read.value()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(IncidentCommand command) {
    boolean repeated = taken(command.id()) > 0;
    taken.add(command);
    if (repeated) {
      return;
    }
    producer.beginTransaction();
    if (command.action() instanceof CommandAction.Declare declare) {
      open(command, declare);
    } else {
      change(command, Objects.requireNonNull(incidents.get(command.incident())));
    }
    producer.commitTransaction();
  }

  private void open(IncidentCommand command, CommandAction.Declare declare) {
    Incident opened =
        Cases.open(
            command.team().key(Long.toString(++number)),
            Objects.requireNonNullElse(declare.service(), "unknown"),
            Objects.requireNonNullElse(declare.severity(), Severity.P2),
            command.at());
    write(
        command,
        opened,
        "declared",
        new IncidentChange.Opened(
            opened.subject(), opened.assessment(), command.at(), opened.policy(), null, null));
  }

  private void change(IncidentCommand command, Incident before) {
    long revision = before.revision() + 1;
    if (before.state().isOver()) {
      write(
          command,
          Cases.at(before, revision, before.state()),
          "already-over",
          new IncidentChange.CommandRefused(command.action().wireName()));
      return;
    }
    Incident after = Cases.at(before, revision, before.state());
    CommandAction action = command.action();
    IncidentChange change = new IncidentChange.Escalated();
    if (action instanceof CommandAction.Acknowledge) {
      after = owned(before, revision, command.by());
      change = new IncidentChange.Acknowledged(command.by());
    } else if (action instanceof CommandAction.HandOver handOver) {
      Actor to = new Actor(handOver.to(), "api");
      after = owned(before, revision, to);
      change = new IncidentChange.HandedOver(before.response().owner(), to);
    } else if (action instanceof CommandAction.ChangeSeverity severity) {
      after = Cases.with(before, revision, before.state(), severity.to(), before.response());
      change = new IncidentChange.SeverityConfirmed(severity.to());
    } else if (action instanceof CommandAction.MarkFalseAlarm) {
      after = Cases.at(before, revision, IncidentState.FALSE_ALARM);
      change = new IncidentChange.MarkedFalseAlarm();
    } else if (action instanceof CommandAction.Resolve) {
      after = Cases.at(before, revision, IncidentState.RESOLVED);
      change = new IncidentChange.Resolved(null);
    }
    write(command, after, action.wireName(), change);
  }

  private static Incident owned(Incident before, long revision, Actor owner) {
    return Cases.with(
        before,
        revision,
        IncidentState.ACKNOWLEDGED,
        before.assessment().severity(),
        new Response(owner, owner, revision));
  }

  private void write(
      IncidentCommand command, Incident after, String reason, IncidentChange change) {
    incidents.put(after.id(), after);
    IncidentEvent event =
        new IncidentEvent(
            after.id(),
            after.revision(),
            command.at(),
            command.by(),
            command.id(),
            new Reason(reason, after.id() + ": " + reason),
            change);
    String key = after.id().toString();
    producer.send(
        new ProducerRecord<>(
            Topics.INCIDENT_EVENTS.name(), key, Topics.INCIDENT_EVENTS.serde().bytes(event)));
    producer.send(
        new ProducerRecord<>(Topics.INCIDENTS.name(), key, Topics.INCIDENTS.serde().bytes(after)));
  }
}
