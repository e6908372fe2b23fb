package io.tocsin.notifier.edge.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Slack is left alone for as long as it asks. */
class RetryAfterTest {
  private final RetryAfter patience = new RetryAfter();

  @Test
  void aShortWaitIsWaited() throws Exception {
    patience.note("chat.postMessage", Duration.ofMillis(200));
    long begun = System.nanoTime();
    patience.await("chat.postMessage");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(150));
  }

  @Test
  void aLongWaitIsSaidWithoutACall() {
    patience.note("chat.postMessage", Duration.ofSeconds(30));
    assertThatThrownBy(() -> patience.await("chat.postMessage"))
        .isInstanceOf(SlackSaid.class)
        .hasMessageContaining("30 s more");
  }

  @Test
  void anotherMethodHasALimitOfItsOwn() throws Exception {
    patience.note("chat.update", Duration.ofSeconds(30));
    patience.await("chat.postMessage");
  }
}
