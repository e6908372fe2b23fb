package io.tocsin.escalationengine.edge.view;

import static io.tocsin.escalationengine.edge.view.Cases.noted;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Severity;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IncidentViewTest {
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final IncidentId RX_1 = IncidentId.parse("RX-1");

  private final IncidentView view = new IncidentView();
  private final Incident opened = Cases.open("RX-1", "prescription-api", Severity.P1, TEN);

  @Test
  void theLastOpenedComesFirst() {
    view.take(opened);
    view.take(Cases.open("HP-7", "health-api", Severity.P2, TEN.plusSeconds(60)));
    view.take(Cases.open("RX-2", "prescription-api", Severity.P3, TEN.plusSeconds(30)));

    assertThat(view.newest(any -> true, 2))
        .extracting(one -> one.id().toString())
        .containsExactly("HP-7", "RX-2");
  }

  @Test
  void aHundredThousandAreHeldAndTheNewestFoundAmongThem() {
    for (int n = 1; n <= 100_000; n++) {
      view.take(Cases.open("RX-" + n, "prescription-api", Severity.P3, TEN.plusSeconds(n)));
    }

    assertThat(view.size()).isEqualTo(100_000);
    assertThat(view.newest(one -> one.id().number() % 1_000 == 0, 2))
        .extracting(one -> one.id().toString())
        .containsExactly("RX-100000", "RX-99000");
  }

  @Test
  void anOlderRevisionChangesNothing() {
    view.take(Cases.at(opened, 3, IncidentState.ACKNOWLEDGED));
    view.take(opened);

    assertThat(view.incident(RX_1)).get().extracting(Incident::revision).isEqualTo(3L);
    assertThat(view.newest(any -> true, 10)).hasSize(1);
  }

  @Test
  void aTombstoneTakesTheIncidentAway() {
    view.take(opened);
    view.drop(RX_1);

    assertThat(view.incident(RX_1)).isEmpty();
    assertThat(view.newest(any -> true, 10)).isEmpty();
  }

  @Test
  void anAnswerWaitsUntilTheIncidentIsSeenAsItIsAfterIt() {
    view.take(opened);
    CompletableFuture<Answer> answer = view.answers().await("ack-1");

    view.told(noted(RX_1, 2, "ack-1"));
    assertThat(answer).isNotDone();

    view.take(Cases.at(opened, 2, IncidentState.ACKNOWLEDGED));
    assertThat(answer).isCompletedWithValueMatching(said -> said.sequence() == 2);
  }

  @Test
  void anAnswerThatCameBeforeAnybodyWaitedIsNotMissed() {
    view.take(Cases.at(opened, 2, IncidentState.ACKNOWLEDGED));
    view.told(noted(RX_1, 2, "ack-1"));

    assertThat(view.answers().await("ack-1")).isCompleted();
  }

  @Test
  void whoGaveUpIsNotToldAndHoldsNobodyBack() {
    view.take(opened);
    CompletableFuture<Answer> gone = view.answers().await("ack-1");
    CompletableFuture<Answer> waiting = view.answers().await("ack-1");
    view.answers().forget("ack-1", gone);

    view.told(noted(RX_1, 1, "ack-1"));

    assertThat(gone).isNotDone();
    assertThat(waiting).isCompleted();
  }

  @Test
  void onlyTheLastFiftyThousandCommandsAreRemembered() {
    LongStream.rangeClosed(1, 50_001).forEach(n -> view.told(noted(RX_1, n, "command-" + n)));

    assertThat(view.answers().known("command-1")).isEmpty();
    assertThat(view.answers().known("command-2")).isPresent();
    assertThat(view.answers().known("command-50001")).isPresent();
  }
}
