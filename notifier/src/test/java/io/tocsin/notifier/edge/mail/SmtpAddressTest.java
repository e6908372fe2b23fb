package io.tocsin.notifier.edge.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.notifier.edge.mail.SmtpAddress.Tls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpAddressTest {

  @Test
  void everythingOfAnAddressIsRead() {
    assertThat(SmtpAddress.parse("smtp://us%40er:p%3Aw+d@mail.example.com:2525?from=t@example.com"))
        .isEqualTo(
            new SmtpAddress(
                "mail.example.com", 2525, Tls.REQUIRED, "us@er", "p:w+d", "t@example.com"));
  }

  @ParameterizedTest
  @CsvSource({
    "smtp://mail.example.com,587,OFFERED",
    "smtps://mail.example.com,465,IMPLICIT",
    "smtp://u:p@mail.example.com,587,REQUIRED",
    "smtp://u:p@127.0.0.1,587,OFFERED",
    "smtp://u:p@mail.example.com?starttls=off,587,NONE",
    "smtp://mail.example.com?starttls=required,587,REQUIRED"
  })
  void aPasswordGoesNowhereInClearUnlessItIsAskedFor(String url, int port, Tls tls) {
    assertThat(SmtpAddress.parse(url).port()).isEqualTo(port);
    assertThat(SmtpAddress.parse(url).tls()).isEqualTo(tls);
  }

  @ParameterizedTest
  @CsvSource({
    "smtp://mail.example.com,tocsin@mail.example.com",
    "smtp://t%40example.com:p@mail.example.com,t@example.com",
    "smtp://127.0.0.1:25,tocsin@localhost"
  })
  void mailsComeFromSomebodyWithoutItsBeingSaid(String url, String from) {
    assertThat(SmtpAddress.parse(url).from()).isEqualTo(from);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://u:hidden@h",
        "smtp://u:hidden word@h",
        "smtp://u:hidden@",
        "smtp://u:hidden@h?x=1",
        "smtp://u:hidden@h?from=nobody",
        "smtp://u:hidden@h/path"
      })
  void whatIsWrongIsSaidWithoutThePassword(String url) {
    assertThatThrownBy(() -> SmtpAddress.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SMTP_URL must be")
        .hasMessageNotContaining("hidden")
        .hasNoCause();
  }
}
