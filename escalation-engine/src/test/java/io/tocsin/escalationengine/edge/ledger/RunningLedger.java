package io.tocsin.escalationengine.edge.ledger;

import static org.awaitility.Awaitility.await;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.CatchAll;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Installation;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.Rung;
import io.tocsin.contracts.runtime.InstallationId;
import io.tocsin.contracts.runtime.alarm.AlarmWays;
import io.tocsin.escalationengine.core.ledger.LedgerReport;
import io.tocsin.escalationengine.edge.view.RealBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger on a real broker and in virtual time, which passes only when it is told to. */
final class RunningLedger implements AutoCloseable {
  /** Shorter than what the ledger takes for a gap. */
  private static final Duration STEP = Duration.ofSeconds(14);

  private final LedgerBook book;
  private final LedgerReader reader;
  private final LedgerAlarms alarms;
  private volatile Instant now;
  private volatile String stream = "RUNNING";

  RunningLedger(Path file, String providers, Instant begin, Duration rebuild) {
    LedgerSettings settings =
        new LedgerSettings(
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            rebuild);
    now = begin;
    book = new LedgerBook(settings.rules());
    reader = new LedgerReader(RealBroker.kafka(), settings, book, new LedgerFile(file), () -> now);
    String installation = InstallationId.of(RealBroker.kafka());
    alarms =
        new LedgerAlarms(
            book,
            reader,
            () -> stream,
            new LedgerAlarms.Bells(
                AlarmWays.of(
                    new AlarmWays.PagerDuty(providers, false),
                    new AlarmWays.Sms(providers, "AC1", "token", "+12025550100"),
                    RunningLedger::policies,
                    name -> Optional.of("key"),
                    () -> installation),
                settings),
            () -> now);
    reader.start();
  }

  Instant now() {
    return now;
  }

  void streamIs(String state) {
    stream = state;
  }

  /** Lets time pass; whenever it does, all that is in Kafka is read and the alarms look. */
  LedgerReport pass(Duration howLong) {
    for (Instant end = now.plus(howLong); now.isBefore(end); ) {
      Instant next = now.plus(STEP);
      now = next.isBefore(end) ? next : end;
      readAll();
      alarms.look();
    }
    return book.report();
  }

  /** A look counts from a moment after the last; a second lets one begin. */
  private void readAll() {
    Instant wanted = now;
    await()
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> asOf().filter(asOf -> !asOf.isBefore(wanted)).isPresent());
  }

  private Optional<Instant> asOf() {
    return Optional.ofNullable(book.refresh().asOf());
  }

  void renew() {
    reader.renew("the wall clock was set");
  }

  @Override
  public void close() {
    alarms.close();
    reader.close();
  }

  private static Policies policies() {
    Contact duty =
        new Contact(
            "duty",
            "Duty",
            Level.Clock.ALWAYS,
            Map.of(Channel.PAGERDUTY, "${KEY}", Channel.PHONE, "+12025550177"));
    Rung rung = new Rung("duty", List.of(Channel.PAGERDUTY), Duration.ofMinutes(5), true);
    return new Policies(
        "hash",
        Map.of(),
        Map.of(),
        new CatchAll(new TeamCode("ALL"), "all", Map.of("duty", duty), List.of(rung)),
        new Installation(0));
  }
}
