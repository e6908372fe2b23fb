package io.tocsin.allinone.cases.simulation;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.severityclassifier.core.Classification;
import io.tocsin.severityclassifier.core.Classifier;
import io.tocsin.severityclassifier.core.Route;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The real classifier, with what it remembers of each alert. */
final class Classifying {
  private final Policies policies;
  private final Map<AlertKey, Route> routes = new HashMap<>();
  private long position;

  Classifying(Policies policies) {
    this.policies = policies;
  }

  ClassifiedAlert classify(Alert alert, Instant now) {
    Classification classification =
        Classifier.classify(alert, position++, routes.get(alert.key()), now, policies);
    if (classification.route() != null) {
      routes.put(alert.key(), classification.route());
    }
    return classification.alert();
  }

  /** The same as the classifier would say it if a rule had failed: P1-unknown, P4 elsewhere. */
  static ClassifiedAlert unknown(ClassifiedAlert it) {
    boolean production = Alert.PRODUCTION.equals(it.alert().environment());
    return new ClassifiedAlert(
        it.alert(),
        it.team(),
        it.service(),
        it.groupingKey(),
        production ? Severity.P1 : Severity.P4,
        true,
        true,
        new Reason("rule-failed", "a rule could not be asked, says the case"),
        Set.of(),
        Evidence.NONE,
        it.runbooks(),
        it.absorbed(),
        it.policy(),
        it.classifiedAt());
  }

  /** The same alert as ingest has it when it comes then: a sender repeats what we do not take. */
  static Alert receivedAt(Alert alert, Instant now) {
    if (alert.receivedAt().equals(now)) {
      return alert;
    }
    return new Alert(
        alert.id(),
        alert.key(),
        alert.integration(),
        alert.source(),
        alert.signal(),
        alert.said(),
        alert.title(),
        alert.description(),
        alert.service(),
        alert.environment(),
        alert.level(),
        alert.labels(),
        alert.links(),
        alert.occurredAt(),
        now,
        alert.timed());
  }
}
