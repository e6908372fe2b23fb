package io.tocsin.severityclassifier.core;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An alert becomes P1 to P4, with its team, its service, its environment and why (RUN-02.1a). It
 * drops nothing and fails towards paging: whatever goes wrong gives P1-unknown.
 */
public final class Classifier {
  private Classifier() {}

  /**
   * Classifies one record. Its level is judged under {@code policies}; where it goes may have been
   * decided under an earlier policy.
   *
   * @param position the record's offset in {@code alerts}: it tells a record that is read again
   *     from a new one
   * @param remembered what the store holds for the alert's key
   */
  public static Classification classify(
      Alert alert, long position, @Nullable Route remembered, Instant now, Policies policies) {
    try {
      Routing routing = Routing.of(alert, position, remembered, policies);
      ClassifiedAlert classified = classified(alert, routing, now, policies, rule -> {});
      boolean said = remembered != null && remembered.isSaidAgain(position);
      return new Classification(
          said ? classified : recognised(classified, policies), routing.next());
    } catch (RuntimeException e) {
      return new Classification(failed(alert, remembered, e, now, policies), null);
    }
  }

  /** The same for an alert as if it were the first of its key, with every rule that was asked. */
  public static Explanation explain(Alert alert, Instant now, Policies policies) {
    List<RuleAsked> asked = new ArrayList<>();
    Routing routing = Routing.of(alert, 0, null, policies);
    ClassifiedAlert classified = classified(alert, routing, now, policies, asked::add);
    return new Explanation(recognised(classified, policies), asked);
  }

  private static ClassifiedAlert classified(
      Alert alert, Routing routing, Instant now, Policies policies, Consumer<RuleAsked> asked) {
    Judgement judgement = SeverityRules.judge(alert, routing.destination(), policies, asked);
    ClassifiedAlert classified = assemble(alert, routing.destination(), judgement, now, policies);
    return routing.absorbed() == null ? classified : absorbed(classified, routing);
  }

  private static ClassifiedAlert failed(
      Alert alert,
      @Nullable Route remembered,
      RuntimeException failure,
      Instant now,
      Policies policies) {
    Destination destination =
        remembered == null
            ? Destination.ofLastResort(alert, policies)
            : remembered.leg().destination();
    Judgement judgement =
        Judgement.unknown(
                "classification-failed", "the classifier stumbled over this alert: " + failure)
            .within(destination);
    return assemble(alert, destination, judgement, now, policies);
  }

  private static ClassifiedAlert assemble(
      Alert alert, Destination destination, Judgement judgement, Instant now, Policies policies) {
    return new ClassifiedAlert(
        alert,
        destination.team(),
        destination.service(),
        destination.groupingKey(),
        judgement.severity(),
        judgement.unknown(),
        judgement.alarm(),
        judgement.reason(),
        judgement.facts(),
        judgement.evidence(),
        List.of(),
        null,
        policies.hash(),
        now);
  }

  /**
   * With the runbooks whose symptoms it shows (RUN-05.2). A repeat is not looked at again: dozens
   * of patterns cost more than all rules.
   */
  private static ClassifiedAlert recognised(ClassifiedAlert it, Policies policies) {
    if (!it.alert().signal().isFiring()) {
      return it;
    }
    List<String> runbooks =
        policies
            .team(it.team())
            .map(team -> team.runbooks().of(it.alert(), it.service()))
            .orElse(List.of());
    return runbooks.isEmpty() ? it : copy(it, runbooks, it.absorbed());
  }

  private static ClassifiedAlert absorbed(ClassifiedAlert it, Routing routing) {
    return copy(it, it.runbooks(), routing.absorbed());
  }

  private static ClassifiedAlert copy(
      ClassifiedAlert it, List<String> runbooks, @Nullable Reason absorbed) {
    return new ClassifiedAlert(
        it.alert(),
        it.team(),
        it.service(),
        it.groupingKey(),
        it.severity(),
        it.unknown(),
        it.alarm(),
        it.decidedBy(),
        it.facts(),
        it.evidence(),
        runbooks,
        absorbed,
        it.policy(),
        it.classifiedAt());
  }
}
