package io.tocsin.escalationengine.edge.ledger;

import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.AlertDisposition.Outcome;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Rejected;
import io.tocsin.contracts.events.Topics;
import io.tocsin.escalationengine.core.ledger.Accepted;
import io.tocsin.escalationengine.core.ledger.Ended;
import io.tocsin.escalationengine.core.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** What each record means to the ledger. Of an alert only its identity is read. */
final class LedgerEntries {
  private static final Logger log = LoggerFactory.getLogger(LedgerEntries.class);
  private static final ObjectReader ALERT = ContractJson.MAPPER.readerFor(Identity.class);
  private static final JsonSerde<ClassifiedAlert> CLASSIFIED = Topics.CLASSIFIED_ALERTS.serde();
  private static final JsonSerde<AlertDisposition> DISPOSITION = Topics.ALERT_DISPOSITIONS.serde();
  private static final JsonSerde<Rejected> REJECTED = Topics.DEAD_LETTERS.serde();

  private LedgerEntries() {}

  static void enter(ConsumerRecord<String, byte[]> record, Ledger ledger, Instant now) {
    if (record.topic().equals(Topics.ALERTS.name())) {
      ledger.accept(accepted(record, now));
    } else if (record.topic().equals(Topics.QUARANTINE.name())) {
      ledger.quarantine();
    } else {
      try {
        ended(record, now).ifPresent(ledger::end);
      } catch (RuntimeException e) {
        log.error(
            "the record at {}-{}/{} cannot be read; it accounts for no alert",
            record.topic(),
            record.partition(),
            record.offset(),
            e);
      }
    }
  }

  private static Accepted accepted(ConsumerRecord<String, byte[]> record, Instant now) {
    Identity known = identity(record.value());
    String place = record.topic() + "/" + record.partition() + "/" + record.offset();
    Instant at =
        known == null || known.receivedAt() == null
            ? Instant.ofEpochMilli(record.timestamp())
            : known.receivedAt();
    return new Accepted(
        known == null ? place : String.valueOf(known.id()),
        String.valueOf(record.key()),
        at.isAfter(now) ? now : at);
  }

  private static Optional<Ended> ended(ConsumerRecord<String, byte[]> record, Instant now) {
    if (record.topic().equals(Topics.ALERT_DISPOSITIONS.name())) {
      AlertDisposition disposition = DISPOSITION.value(record.value());
      return Optional.of(
          new Ended(disposition.alert().value(), disposition.outcome(), disposition.at(), now));
    }
    Rejected rejected = REJECTED.value(record.value());
    return deadLetter(record, rejected)
        .map(id -> new Ended(id, Outcome.DEAD_LETTERED, rejected.at(), now));
  }

  /** The alert that a dead letter is about; of one that has a disposition as well, nothing. */
  private static Optional<String> deadLetter(
      ConsumerRecord<String, byte[]> record, Rejected rejected) {
    if (rejected.where().equals(Topics.ALERTS.name())) {
      Identity known = identity(rejected.raw());
      return Optional.ofNullable(known == null ? place(record) : known.id());
    }
    if (rejected.where().equals(Topics.CLASSIFIED_ALERTS.name()) && !isReadable(rejected.raw())) {
      return idWithin(rejected.raw());
    }
    return Optional.empty();
  }

  /** The classifier names the place of what it could not read. */
  private static @Nullable String place(ConsumerRecord<String, byte[]> record) {
    Header id = record.headers().lastHeader("ce_id");
    return id == null ? null : new String(id.value(), StandardCharsets.UTF_8);
  }

  private static boolean isReadable(byte[] classified) {
    try {
      return CLASSIFIED.value(classified).alert() != null;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static Optional<String> idWithin(byte[] classified) {
    try {
      JsonNode id = ContractJson.MAPPER.readTree(classified).at("/alert/id");
      return id.isString() ? Optional.of(id.stringValue()) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Identity identity(byte @Nullable [] alert) {
    if (alert == null) {
      return null;
    }
    try {
      Identity read = ALERT.readValue(alert);
      return read == null || read.id() == null || read.id().isBlank() ? null : read;
    } catch (JacksonException e) {
      return null;
    }
  }

  private record Identity(@Nullable String id, @Nullable Instant receivedAt) {}
}
