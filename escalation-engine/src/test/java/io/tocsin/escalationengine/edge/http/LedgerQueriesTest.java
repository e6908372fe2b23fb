package io.tocsin.escalationengine.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.AlertDisposition.Outcome;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.escalationengine.core.ledger.Accepted;
import io.tocsin.escalationengine.core.ledger.Ended;
import io.tocsin.escalationengine.core.ledger.Ledger;
import io.tocsin.escalationengine.core.ledger.LedgerReport;
import io.tocsin.escalationengine.core.ledger.LedgerRules;
import io.tocsin.escalationengine.core.ledger.LedgerState;
import io.tocsin.escalationengine.core.ledger.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LedgerQueriesTest {

  @Test
  void theLedgerIsShownAsInTheGoldenFile() throws IOException {
    byte[] shown =
        Calls.get("/api/ledger")
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody();

    assertThat(ContractJson.MAPPER.readTree(shown))
        .isEqualTo(
            ContractJson.MAPPER.readTree(
                Files.readString(Path.of("src/test/resources/golden/ledger.json"))));
  }

  @Test
  void theLedgerIsShownToKnownPeopleOnly() {
    RunningApi.anybody(RunningApi.context())
        .get()
        .uri("/api/ledger")
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  /** What the API of the tests shows. */
  static LedgerReport report() {
    Instant now = Instant.parse("2026-09-21T15:00:00Z");
    Ledger ledger =
        new Ledger(
            LedgerState.begun(now.minus(Duration.ofDays(7))),
            new long[0],
            LedgerRules.of(Duration.ofSeconds(30), Duration.ofSeconds(60)));
    ledger.accept(new Accepted("a-opened", "datadog-rx:1", now.minusSeconds(90)));
    ledger.accept(new Accepted("a-opened", "datadog-rx:1", now.minusSeconds(80)));
    ledger.end(new Ended("a-opened", Outcome.OPENED, now.minusSeconds(89), now));
    ledger.end(new Ended("a-opened", Outcome.GROUPED, now.minusSeconds(88), now));
    ledger.accept(new Accepted("a-lost", "datadog-rx:2", now.minusSeconds(75)));
    ledger.accept(new Accepted("a-new", "datadog-rx:3", now.minusSeconds(1)));
    ledger.end(new Ended("a-stray", Outcome.RECORDED, now.minusSeconds(60), now.minusSeconds(59)));
    ledger.quarantine();
    ledger.strayBefore(now);
    return ledger.report(Reading.NONE.caughtUp(now).behind(2));
  }
}
