package io.tocsin.notifier.edge.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tocsin.notifier.edge.provider.Proof;
import io.tocsin.notifier.edge.provider.Proof.Verdict;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** User and password are proven by a connection in which no mail is begun. */
@Tag("RUN-08.2")
class SmtpLoginTest {
  private static final String PASSWORD = "correct-horse-battery";
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() throws UserException {
    server.start();
    server.setUser("tocsin@example.com", "tocsin", PASSWORD);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aKnownUserHoldsAndNoMailIsSent() throws Exception {
    assertThat(prove("tocsin:" + PASSWORD + "@", port()).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aWrongPasswordIsRefusedAndNotShown() throws Exception {
    Proof proof = prove("tocsin:battery-horse@", port());
    assertThat(proof.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(proof.text()).contains("SMTP_URL").doesNotContain("battery-horse");
  }

  @Test
  void aServerThatAsksForNoUserHolds() throws Exception {
    assertThat(prove("", port()).verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void aServerThatIsNotThereLeavesItOpen() {
    int nobody = port();
    server.stop();
    assertThatThrownBy(() -> prove("", nobody)).isInstanceOf(IOException.class);
  }

  private int port() {
    return server.getSmtp().getPort();
  }

  private static Proof prove(String user, int port) throws IOException {
    MailSettings settings =
        new MailSettings(
            "smtp://%s127.0.0.1:%d?from=tocsin@example.com&starttls=off".formatted(user, port),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            0);
    return new SmtpServer(SmtpAddress.parse(settings.smtpUrl()), settings).prove();
  }
}
