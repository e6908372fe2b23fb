package io.tocsin.notifier.edge.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Notification;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.Reachable;
import io.tocsin.notifier.core.Outcome;
import io.tocsin.notifier.edge.provider.ChannelContract;
import io.tocsin.notifier.edge.provider.ChannelSender;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mail keeps the contract of every channel. */
@Tag("RUN-08.2")
class MailContractTest extends ChannelContract {
  private static final String PASSWORD = "correct-horse-battery";
  private final List<SmtpToHttp> servers = new ArrayList<>();

  @AfterEach
  void stopServers() throws IOException {
    for (SmtpToHttp each : servers) {
      each.close();
    }
  }

  @Override
  protected ChannelSender channel(String url) {
    return channel(url, 0);
  }

  @Override
  protected ChannelSender channel(String url, int perMinute) {
    try {
      SmtpToHttp smtp = new SmtpToHttp(url);
      servers.add(smtp);
      return new MailChannel(
          new MailSettings(
              "smtp://tocsin:%s@127.0.0.1:%d?from=tocsin@example.com"
                  .formatted(PASSWORD, smtp.port()),
              Duration.ofMillis(800),
              Duration.ofMillis(800),
              perMinute),
          Reachable::policies,
          Reachable::words,
          () -> "0a1b2c3d",
          name -> Optional.empty(),
          "https://tocsin.example.com/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Notification page() {
    return Reachable.page(Channel.EMAIL);
  }

  @Override
  protected Notification hugePage() {
    return Fixtures.with(page(), Fixtures.content("🔔".repeat(400_000), "s".repeat(600_000)), 7L);
  }

  @Override
  protected MockResponse accepted() {
    return new MockResponse.Builder().code(200).body("taken").build();
  }

  @Override
  protected MockResponse quoting(int status) {
    return new MockResponse.Builder()
        .code(status)
        .body("not for tocsin with " + PASSWORD + " to <oncall@example.com>")
        .build();
  }

  @Override
  protected String idempotencyKey(RecordedRequest request) {
    try {
      return mail(request).getMessageID();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected String secret() {
    return PASSWORD;
  }

  @Override
  protected List<String> outOfBounds(RecordedRequest request) {
    List<String> wrong = new ArrayList<>();
    String raw = request.getBody().utf8();
    raw.lines()
        .filter(line -> line.length() > 998)
        .forEach(line -> wrong.add("a line of " + line.length()));
    if (raw.length() > 1_000_000) {
      wrong.add("a mail of " + raw.length());
    }
    try {
      String subject = mail(request).getSubject();
      if (subject.codePointCount(0, subject.length()) > 200) {
        wrong.add("a subject of " + subject.length());
      }
    } catch (MessagingException e) {
      wrong.add(e.getMessage());
    }
    return wrong;
  }

  @Test
  void aMailThatMayHaveBeenSentBeforeSaysHowTheRepeatIsKnown() throws Exception {
    server.enqueue(accepted());
    Outcome outcome = pipeline.deliver(page(), true, any -> false);
    assertThat(outcome.isDelivered()).isTrue();
    assertThat(outcome.reason().text()).contains("may have taken it before", "same Message-ID");
    assertThat(outcome.reference()).isEqualTo("<RX-142/2/email/on-call@0a1b2c3d>");
  }

  @Test
  void noAddressOfAnybodyIsShown() throws Exception {
    server.enqueue(quoting(404));
    assertThat(deliver().toString()).doesNotContain("oncall@example.com").contains("(address)");
  }

  private static MimeMessage mail(RecordedRequest request) throws MessagingException {
    String raw = request.getBody().utf8().split("\r\n", 2)[1];
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
