package io.tocsin.allinone.cases.file;

import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the readers of one case share.
 *
 * @param start the case's own start
 * @param pending whether it waits for something that is to come
 * @param sender the integration that speaks when a step names none; null: the only one of the team
 */
record Frame(
    Policies policies,
    TeamPolicy team,
    Vocabulary vocabulary,
    TeamTime time,
    Instant start,
    boolean pending,
    @Nullable String sender) {

  TeamCode code() {
    return team.code();
  }

  /** When the step or expectation in {@code fields} is; the start when it does not say. */
  Instant at(Fields fields) {
    return fields.find("at", time.from(start)).orElse(start);
  }
}
