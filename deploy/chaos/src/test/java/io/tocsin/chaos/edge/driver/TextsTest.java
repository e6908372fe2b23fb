package io.tocsin.chaos.edge.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextsTest {
  private static final String REQUESTS =
      """
      [{"takenAs":"SM1","body":"To=%2B1&Body=P1+RX-7+is+down.%0AAnswer+ACK+4711+to+take+it."},
       {"takenAs":"SM2","body":"To=%2B1&Body=RX-7+is+over."},{"body":"Body=ACK+1234"}]
      """;

  @Test
  void aTextIsAnsweredWithTheCodeThatItAsksFor() {
    assertThat(Texts.answer(REQUESTS, "SM1")).isEqualTo("ACK 4711");
  }

  @Test
  void anAnswerIsTakenWhateverIsDecidedThen() {
    assertThat(Texts.isTaken("<Message>Thank you. RX-7 is yours.</Message>")).isTrue();
    assertThat(Texts.isTaken("<Message>Thank you. RX-7 is not yours: it is over.</Message>"))
        .isTrue();
    assertThat(Texts.isTaken("<Message>No open incident has this code for you.</Message>"))
        .isFalse();
  }

  @Test
  void whatAsksForNothingIsNotAnswered() {
    assertThatThrownBy(() -> Texts.answer(REQUESTS, "SM2")).hasMessageContaining("SM2");
    assertThatThrownBy(() -> Texts.answer(REQUESTS, "SM3")).hasMessageContaining("SM3");
  }
}
