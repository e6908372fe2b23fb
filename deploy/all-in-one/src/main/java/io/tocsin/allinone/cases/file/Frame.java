package io.tocsin.allinone.cases.file;

import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Places;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the readers of one case share.
 *
 * @param places where everything stands, to say what is wrong with it
 * @param start the case's own start
 * @param pending whether it waits for something that is to come
 * @param sender the integration that speaks when a step names none; null: the only one of the team
 */
record Frame(
    Policies policies,
    TeamPolicy team,
    Places places,
    TeamTime time,
    Instant start,
    boolean pending,
    @Nullable String sender) {

  TeamCode code() {
    return team.code();
  }

  /** What is written in a component as a time; {@code otherwise} when it is left out or none. */
  Instant time(Record where, String component, @Nullable String written, Instant otherwise) {
    if (written == null) {
      return otherwise;
    }
    Optional<Instant> read = time.from(start, written);
    if (read.isEmpty()) {
      String form = "like +2m, counted from the start, or as in 2026-11-24T03:00";
      reject(where, component, "is no time", time.remedy(written, form));
    }
    return read.orElse(otherwise);
  }

  void reject(Record where, String component, String message, String remedy) {
    places.report(new Flaw(where, component, message, remedy));
  }

  /** A component that must be there for what else is written. */
  <T> Optional<T> need(Record where, String component, @Nullable T value, String remedy) {
    if (value == null) {
      reject(where, component, "this key is missing", remedy);
    }
    return Optional.ofNullable(value);
  }
}
