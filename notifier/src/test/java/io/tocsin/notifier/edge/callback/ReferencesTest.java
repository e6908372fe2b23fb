package io.tocsin.notifier.edge.callback;

import static io.tocsin.notifier.Fixtures.NOW;
import static io.tocsin.notifier.Fixtures.incident;
import static io.tocsin.notifier.Fixtures.notification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of our messages a provider means, and what its name for an earlier one was. */
class ReferencesTest {
  private final References references = new References(100);

  @Test
  void aMessageIsFoundByItsProvidersName() {
    references.enter(sent(142, 2, "C1/17.5"));

    Reference found = references.named(Channel.SLACK, "C1/17.5").orElseThrow();

    assertThat(found.incident()).isEqualTo(incident(142));
    assertThat(found.notification().toString()).isEqualTo("RX-142/2/slack/on-call");
    DeliveryReceipt receipt =
        found.receipt(DeliveryReceipt.Outcome.HEARD, new Reason("key", "a key was pressed"), NOW);
    assertThat(receipt.recipient()).isEqualTo("on-call");
    assertThat(receipt.pages()).containsExactly(1);
  }

  @Test
  void theSameNameAtAnotherProviderIsAnotherMessage() {
    references.enter(sent(142, 2, "C1/17.5"));
    references.loaded();
    assertThat(references.named(Channel.PHONE, "C1/17.5")).isEmpty();
  }

  @Test
  void laterMessagesFindTheFirstOneInWhateverOrderTheyWereRead() {
    references.enter(sent(142, 9, "C1/20.0"));
    references.enter(sent(142, 2, "C1/17.5"));
    references.enter(sent(142, 5, "C1/18.0"));
    assertThat(references.first(Channel.SLACK, incident(142), "on-call"))
        .map(Reference::name)
        .contains("C1/17.5");
    assertThat(references.first(Channel.SLACK, incident(142), "devops-lead")).isEmpty();
    assertThat(references.first(Channel.SLACK, incident(143), "on-call")).isEmpty();
  }

  @Test
  void whatWasNotTakenHasNoName() {
    references.enter(delivery(142, 2, Delivery.State.FAILED, "C1/17.5"));
    references.enter(delivery(142, 3, Delivery.State.RESERVED, null));
    assertThat(references.size()).isZero();
  }

  @Test
  void aNameIsUnknownOnlyOnceEverythingWasRead() {
    assertThatThrownBy(() -> references.named(Channel.SLACK, "C1/17.5"))
        .isInstanceOf(References.NotLoaded.class);
    references.loaded();
    assertThat(references.named(Channel.SLACK, "C1/17.5")).isEmpty();
  }

  @Test
  void whatDeliveriesForgetIsForgotten() {
    Delivery sent = sent(142, 2, "C1/17.5");
    references.enter(sent);
    references.loaded();
    references.erase(sent.notification().id());
    assertThat(references.named(Channel.SLACK, "C1/17.5")).isEmpty();
    assertThat(references.first(Channel.SLACK, incident(142), "on-call")).isEmpty();
  }

  @Test
  void theLeastUsedMakeRoomForNewOnes() {
    References few = new References(2);
    few.loaded();
    few.enter(sent(1, 2, "a"));
    few.enter(sent(2, 2, "b"));
    assertThat(few.named(Channel.SLACK, "a")).isPresent();
    few.enter(sent(3, 2, "c"));
    assertThat(few.size()).isEqualTo(2);
    assertThat(few.named(Channel.SLACK, "a")).isPresent();
    assertThat(few.named(Channel.SLACK, "b")).isEmpty();
  }

  private static Delivery sent(long number, long revision, String name) {
    return delivery(number, revision, Delivery.State.SENT, name);
  }

  private static Delivery delivery(long number, long revision, Delivery.State state, String name) {
    Notification message = notification(number, revision, Act.PAGE, List.of(1), Channel.SLACK);
    return new Delivery(message, state, name, new Reason("accepted", "it was taken"), NOW);
  }
}
