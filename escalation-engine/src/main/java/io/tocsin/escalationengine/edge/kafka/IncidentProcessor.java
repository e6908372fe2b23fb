package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Rejected;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.events.Topics;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One task of the engine: some teams, whole. Whatever one record holds, it costs nobody else
 * anything: what cannot be decided becomes P1-unknown or a dead letter, in the same transaction.
 */
final class IncidentProcessor implements Processor<String, byte[], String, byte[]> {
  private static final Logger log = LoggerFactory.getLogger(IncidentProcessor.class);
  private static final JsonSerde<ClassifiedAlert> ALERT = Topics.CLASSIFIED_ALERTS.serde();
  private static final JsonSerde<IncidentCommand> COMMAND = Topics.INCIDENT_COMMANDS.serde();
  private static final JsonSerde<DeliveryReceipt> RECEIPT = Topics.DELIVERY_RECEIPTS.serde();

  private final Engine engine;
  private @Nullable Task task;
  private @Nullable Cancellable rounds;

  IncidentProcessor(Engine engine) {
    this.engine = engine;
  }

  /** Also called when the task is revived: its former schedules must not go on beside the new. */
  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    close();
    Instant now = engine.clock().instant();
    TeamStores stores = new TeamStores(context, now);
    Outbox outbox = new Outbox(context);
    IncidentSteps steps = new IncidentSteps(stores, outbox, engine.rulebooks());
    Settling settling = new Settling(engine.backlog().apply(context.taskId().partition()), now);
    PromptCommit commit = new PromptCommit(context, engine.commits());
    TimerRounds timers = new TimerRounds(stores, steps, outbox, settling, commit, engine);
    task = new Task(context, outbox, steps, settling, commit);
    rounds =
        context.schedule(
            TimerRounds.EVERY, PunctuationType.WALL_CLOCK_TIME, wallClock -> timers.run());
  }

  @Override
  public void close() {
    if (rounds != null) {
      rounds.cancel();
      rounds = null;
    }
    if (task != null) {
      task.commit.close();
    }
  }

  @Override
  public void process(Record<String, byte[]> record) {
    Task current = Objects.requireNonNull(task, "process before init");
    RecordMetadata from = current.context.recordMetadata().orElseThrow();
    current.outbox.tracedBy(record.headers());
    MDC.put("incident", record.key());
    try {
      Writes writes = decide(current, from.topic(), record);
      writes.run();
      current.commit.after(writes);
    } finally {
      MDC.remove("incident");
      current.settling.saw(from.topic(), from.offset());
    }
  }

  private Writes decide(Task current, String topic, Record<String, byte[]> record) {
    Instant now = engine.clock().instant();
    try {
      return step(current.steps, topic, record.value(), now);
    } catch (RuntimeException e) {
      log.error("a record of {} could not be decided", topic, e);
      engine.metrics().undecided();
      return otherwise(current, topic, record, now, e);
    }
  }

  private static Writes step(IncidentSteps steps, String topic, byte[] value, Instant now) {
    if (topic.equals(Topics.CLASSIFIED_ALERTS.name())) {
      return steps.alert(ALERT.value(value), now);
    }
    if (topic.equals(Topics.INCIDENT_COMMANDS.name())) {
      return steps.command(COMMAND.value(value), now);
    }
    return steps.receipt(RECEIPT.value(value), now);
  }

  /** An alert that fails pages as P1-unknown; what is left is a dead letter. */
  private Writes otherwise(
      Task current, String topic, Record<String, byte[]> record, Instant now, Exception why) {
    if (topic.equals(Topics.CLASSIFIED_ALERTS.name())) {
      try {
        ClassifiedAlert failed = ALERT.value(record.value());
        if (failed.alert().signal() != Signal.RECOVERED) {
          return current.steps.alert(Fallback.unknown(failed, why), now);
        }
      } catch (RuntimeException e) {
        log.error("it could not be paged as P1-unknown either", e);
      }
    }
    Writes writes = new Writes();
    Reason reason = new Reason("undecided", String.valueOf(why.getMessage()));
    byte[] body = record.value() == null ? new byte[0] : record.value();
    String key = record.key() == null ? topic : record.key();
    current.outbox.deadLetter(key, Rejected.of(topic, reason, body, now), now, writes);
    Fallback.disposition(topic, record.value(), reason, now)
        .ifPresent(disposition -> current.outbox.disposition(disposition, now, writes));
    return writes;
  }

  private record Task(
      ProcessorContext<String, byte[]> context,
      Outbox outbox,
      IncidentSteps steps,
      Settling settling,
      PromptCommit commit) {}
}
