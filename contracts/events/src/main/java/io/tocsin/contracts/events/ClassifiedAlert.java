package io.tocsin.contracts.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An alert with where it goes, how severe it is, and why. The classifier drops nothing: an alert
 * that must have no effect goes on with {@code absorbed} set.
 *
 * @param team the owner
 * @param service the catalog's name, or {@code unknown}
 * @param groupingKey what makes alerts one incident
 * @param severity the level of this record
 * @param unknown whether a rule failed, so that this is P1-unknown
 * @param alarm whether it may open an incident at all
 * @param decidedBy the rule that decided, and its sentence
 * @param facts what the rules learnt ({@code unavailable}, {@code error-rate})
 * @param evidence what the level was judged by
 * @param runbooks the team's runbooks whose symptoms it shows, by id (RUN-05.2, RUN-12)
 * @param absorbed why it has no effect (a tombstone was there first); null when it has
 * @param policy the hash of the bundle that decided
 */
public record ClassifiedAlert(
    Alert alert,
    TeamCode team,
    String service,
    GroupingKey groupingKey,
    Severity severity,
    boolean unknown,
    boolean alarm,
    Reason decidedBy,
    Set<String> facts,
    Evidence evidence,
    List<String> runbooks,
    @Nullable Reason absorbed,
    String policy,
    Instant classifiedAt) {

  /** The service of an alert that names none the catalog knows. */
  public static final String UNKNOWN_SERVICE = "unknown";

  public ClassifiedAlert {
    decidedBy = Objects.requireNonNullElse(decidedBy, new Reason("unsaid", "no reason was kept"));
    facts = facts == null ? Set.of() : Set.copyOf(facts);
    evidence = Objects.requireNonNullElse(evidence, Evidence.NONE);
    runbooks = runbooks == null ? List.of() : List.copyOf(runbooks);
  }
}
