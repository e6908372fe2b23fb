package io.tocsin.chaos.edge.run;

import io.tocsin.chaos.core.Fault;
import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.Records;
import io.tocsin.chaos.core.Run;
import io.tocsin.chaos.core.checker.Checker;
import io.tocsin.chaos.core.checker.Verdict;
import io.tocsin.chaos.core.evidence.Limits;
import io.tocsin.chaos.edge.driver.Callers;
import io.tocsin.chaos.edge.driver.HttpCalls;
import io.tocsin.chaos.edge.driver.Monitors;
import io.tocsin.chaos.edge.driver.Responders;
import io.tocsin.chaos.edge.nemesis.Nemesis;
import io.tocsin.chaos.edge.plan.Scenario;
import io.tocsin.chaos.edge.record.AlarmEye;
import io.tocsin.chaos.edge.record.LedgerEye;
import io.tocsin.chaos.edge.record.PublicEye;
import io.tocsin.chaos.edge.record.SpoolEye;
import io.tocsin.chaos.edge.system.Patience;
import io.tocsin.chaos.edge.system.People;
import io.tocsin.chaos.edge.system.Target;
import io.tocsin.contracts.events.Incident;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** One seed on a running system. */
final class Round {
  private static final int THREADS = 6;
  private static final Duration LONGEST_REST = Duration.ofSeconds(150);
  private static final Duration SENDING = Duration.ofSeconds(60);
  private static final Duration QUIET = Duration.ofMillis(1_500);
  private static final Duration AGAIN = Duration.ofSeconds(4);
  private static final Duration BALANCE = Duration.ofSeconds(20);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration LADDERS = Duration.ofSeconds(3);

  private final Stage stage;
  private final Scenario scenario;
  private final ScheduledExecutorService timer;
  private final Monitors monitors;
  private final Responders responders;
  private final Callers callers;
  private final SpoolEye spool;
  private final AlarmEye alarms;
  private final Nemesis nemesis;
  private final LedgerEye ledger;

  Round(Stage stage, Scenario scenario) {
    this.stage = stage;
    this.scenario = scenario;
    this.timer =
        Executors.newScheduledThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "outside");
              thread.setDaemon(true);
              return thread;
            });
    this.monitors = new Monitors(stage.installation(), timer, scenario.seed());
    this.responders = new Responders(stage.installation(), timer, stage.seen());
    HttpCalls looks = new HttpCalls(ANSWER, timer);
    String sandbox = stage.installation().addresses().url(Target.SANDBOX);
    this.callers = new Callers(sandbox, timer, stage.seen());
    this.alarms = new AlarmEye(sandbox, looks);
    this.spool = new SpoolEye(stage.installation().addresses().url(Target.ALERT_INGEST), looks);
    this.nemesis = new Nemesis(stage.installation(), stage.provider(), scenario.seed());
    this.ledger =
        new LedgerEye(
            stage.installation().addresses().url(Target.ESCALATION_ENGINE),
            stage.installation().people().token(People.NAMES.get(0)));
  }

  /**
   * Plays it and judges it.
   *
   * @throws IOException when a process does not come back, or what happened cannot be gathered
   */
  Played play() throws IOException {
    stage.provider().forget();
    stage.seen().begin();
    Instant began = Instant.now().plusMillis(200);
    try (PublicEye eye =
        new PublicEye(stage.installation().addresses().url(Target.STATUS_PAGE), timer)) {
      monitors.send(scenario.deliveries(), began);
      responders.follow(scenario.orders(), began);
      callers.follow(scenario.orders(), began);
      nemesis.begin(scenario.mishaps(), began);
      Patience.pass(Duration.between(Instant.now(), began.plus(scenario.size().load())));
      nemesis.awaitHealed();
      Instant healed = Instant.now();
      String unrest = rest();
      History history = history(began, healed, eye);
      Verdict verdict = new Checker(Limits.USUAL).judge(history);
      return new Played(scenario, history, verdict, unrest);
    } finally {
      timer.shutdownNow();
    }
  }

  /** Everything that was begun comes to its end; what does not is told. */
  private String rest() {
    boolean unused = Patience.until(SENDING, () -> monitors.open() == 0);
    Patience.pass(LADDERS);
    responders.giveUpWaiting();
    callers.giveUp();
    long end = System.nanoTime() + LONGEST_REST.toNanos();
    int sweep = 0;
    while (System.nanoTime() < end) {
      int number = sweep++;
      stage.seen().open().forEach(incident -> end(incident, number));
      if (Patience.until(AGAIN, this::isAtRest)) {
        return balance();
      }
    }
    monitors.giveUp();
    responders.giveUp();
    List<String> ringing = alarms.ringing();
    return ringing.isEmpty() ? unrest() : "alarms ring: %s; %s".formatted(ringing, unrest());
  }

  /** What the system's own ledger says in the end; empty when it balances. */
  private String balance() {
    return Patience.until(BALANCE, () -> ledger.imbalance().isEmpty()) ? "" : ledger.imbalance();
  }

  /** What recovered can be resolved; what still fires can only be called a false alarm. */
  private void end(Incident incident, int sweep) {
    String action = incident.alerts().firing() == 0 ? "resolve" : "false-alarm";
    responders.end(
        incident.id(), action, "s%dend%d-%s".formatted(scenario.seed(), sweep, incident.id()));
  }

  private boolean isAtRest() {
    return unrest().isEmpty()
        && stage.seen().quietNanos() > QUIET.toNanos()
        && spool.isEmpty()
        && alarms.ringing().isEmpty()
        && stage.tail().hasReachedEnd(Duration.ofSeconds(1))
        && unrest().isEmpty();
  }

  private String unrest() {
    String pending = stage.seen().pending(monitors.accepted());
    int requests = monitors.open() + responders.open() + callers.open();
    return requests == 0
        ? pending
        : pending + (pending.isEmpty() ? "" : ", ") + requests + " requests under way";
  }

  private History history(Instant began, Instant healed, PublicEye eye) throws IOException {
    List<Fault> faults = nemesis.log();
    return new History(
        new Run(scenario.seed(), stage.name(), began, healed, Instant.now()),
        monitors.log(),
        responders.log(),
        callers.log(),
        Records.of(stage.seen().records()),
        stage.provider().arrivals(),
        stage.provider().sightings(),
        faults,
        eye.polls(stage.seen().incidents()),
        stage.secrets(),
        stage.logs().fresh());
  }
}
