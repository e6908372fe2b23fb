package io.tocsin.notifier.core;

import static io.tocsin.notifier.Fixtures.NOW;
import static io.tocsin.notifier.Fixtures.acknowledge;
import static io.tocsin.notifier.Fixtures.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the notifier remembers of its deliveries. */
class DeliveryBookTest {
  private static final int PARTITION = 1;
  private final DeliveryBook book = new DeliveryBook();

  @Test
  void whatWasReservedAndNotAnsweredIsToldInOrder() {
    write(page(1, 1), Delivery.State.RESERVED, "reserved");
    write(page(2, 1), Delivery.State.RESERVED, "reserved");
    write(acknowledge(1, 1), Delivery.State.RESERVED, "reserved");
    write(page(2, 1), Delivery.State.SENT, "accepted");
    assertThat(book.unanswered(PARTITION)).containsExactly(page(1, 1), acknowledge(1, 1));
    assertThat(book.knows(PARTITION, page(2, 1).id())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused", "unconfigured", "rate-limited", "breaker-open"})
  void aPageThatSurelyNeverReachedItsProviderIsKnown(String reason) {
    write(page(1, 1), Delivery.State.FAILED, reason);
    assertThat(book.neverOpened(new PageNumber(page(1, 1).incident(), 1))).isTrue();
    assertThat(book.neverOpened(new PageNumber(page(1, 1).incident(), 2))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timed-out",
        "unreachable",
        "provider-failed",
        "not-withdrawn",
        "unreconciled",
        "never-reconciled"
      })
  void aPageThatMayHaveReachedItsProviderIsNotTakenForUnsent(String reason) {
    write(page(1, 1), Delivery.State.FAILED, reason);
    assertThat(book.neverOpened(new PageNumber(page(1, 1).incident(), 1))).isFalse();
  }

  @Test
  void anErasedOrForgottenDeliveryIsNew() {
    write(page(1, 1), Delivery.State.SENT, "accepted");
    write(page(2, 1), Delivery.State.RESERVED, "reserved");
    book.erase(PARTITION, page(1, 1).id());
    assertThat(book.knows(PARTITION, page(1, 1).id())).isFalse();
    book.forget(List.of(PARTITION));
    assertThat(book.knows(PARTITION, page(2, 1).id())).isFalse();
    assertThat(book.unanswered(PARTITION)).isEmpty();
  }

  @Test
  void aFailureAfterAnUnknownAttemptLeavesADoubt() {
    Outcome failed = Outcome.failed(Reasons.RATE_LIMITED, "rate limited").afterUnknown();
    write(page(1, 1), failed.delivery(page(1, 1), NOW).state(), failed.reason().name());
    assertThat(book.neverOpened(new PageNumber(page(1, 1).incident(), 1))).isFalse();
  }

  @Test
  void aDoubtIsAskedAboutAgainOnlyWhileWhatFailedMayPass() {
    assertThat(Outcome.failed(Reasons.BREAKER_OPEN, "open").afterUnknown().mayPass()).isTrue();

    Outcome refused = Outcome.failed(Reasons.REFUSED, "the token is wrong").afterUnknown();

    assertThat(refused.mayPass()).isFalse();
    assertThat(refused.receipt(page(1, 1), NOW).outcome())
        .isEqualTo(DeliveryReceipt.Outcome.UNKNOWN);
  }

  private void write(Notification notification, Delivery.State state, String reason) {
    book.write(PARTITION, new Delivery(notification, state, null, new Reason(reason, ""), NOW));
  }
}
