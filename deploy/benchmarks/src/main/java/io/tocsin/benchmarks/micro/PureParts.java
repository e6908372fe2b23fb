package io.tocsin.benchmarks.micro;

import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertDisposition.Outcome;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import io.tocsin.escalationengine.core.AlertMemory;
import io.tocsin.escalationengine.core.Decision;
import io.tocsin.escalationengine.core.Escalation;
import io.tocsin.escalationengine.core.Stimulus;
import io.tocsin.escalationengine.core.Surroundings;
import io.tocsin.severityclassifier.core.Classification;
import io.tocsin.severityclassifier.core.Classifier;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What one alert costs in each pure part. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PureParts {
  private final Shipped shipped = new Shipped();
  private final JsonSerde<Incident> incidents = Topics.INCIDENTS.serde();
  private final JsonSerde<Alert> alerts = Topics.ALERTS.serde();
  private final Incident incident = Objects.requireNonNull(shipped.opened.after());
  private final Stimulus arrived = new Stimulus.AlertArrived(shipped.classified);
  private final Surroundings known =
      new Surroundings(2, 1, Objects.requireNonNull(memory(shipped.opened)), null);
  private final Instant due = incident.nextDeadline().orElseThrow();
  private final byte[] incidentBytes = incidents.bytes(incident);
  private final byte[] alertBytes = alerts.bytes(shipped.alert);

  /** Each takes the way that it is named after, or its figure is another's. */
  public PureParts() {
    mustHold(shipped.opened.events().size() > 1, "an incident is opened");
    mustHold(outcome(decideRepeats()) == Outcome.REPEATED, "the alert repeats");
    mustHold(!decideDeadline().notifications().isEmpty(), "the next rung is called");
    mustHold(classify().route() != null, "the alert is classified");
  }

  private static @Nullable Outcome outcome(Decision decision) {
    return decision.disposition() == null ? null : decision.disposition().outcome();
  }

  private static void mustHold(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("not what is to be measured: " + what);
    }
  }

  private static AlertMemory memory(Decision decision) {
    return Objects.requireNonNull(decision.alert());
  }

  /** A webhook's bytes to an alert. */
  @Benchmark
  public ParseResult mapDatadog() {
    return shipped.parsed();
  }

  /** An alert that no rule decides, so every rule of its team is asked. */
  @Benchmark
  public Classification classify() {
    return Classifier.classify(shipped.alert, 0, null, Shipped.NOW, shipped.policies);
  }

  /** The first alert of an incident. */
  @Benchmark
  public Decision decideOpens() {
    return Escalation.decide(null, arrived, Surroundings.NOTHING, Shipped.NOW, shipped.rulebook);
  }

  /** An alert that the incident knows. */
  @Benchmark
  public Decision decideRepeats() {
    return Escalation.decide(incident, arrived, known, Shipped.NOW, shipped.rulebook);
  }

  /** Nobody acknowledged: the next rung. */
  @Benchmark
  public Decision decideDeadline() {
    return Escalation.decide(
        incident, new Stimulus.DeadlinesDue(), Surroundings.NOTHING, due, shipped.rulebook);
  }

  @Benchmark
  public byte[] writeIncident() {
    return incidents.bytes(incident);
  }

  @Benchmark
  public Incident readIncident() {
    return incidents.value(incidentBytes);
  }

  @Benchmark
  public byte[] writeAlert() {
    return alerts.bytes(shipped.alert);
  }

  @Benchmark
  public Alert readAlert() {
    return alerts.value(alertBytes);
  }
}
