package io.tocsin.notifier.edge.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.Reachable;
import jakarta.mail.Header;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an alert says, it writes no header. */
class MailHeadersTest {
  private static final Set<String> OURS =
      Set.of(
          "From",
          "To",
          "Subject",
          "Date",
          "In-Reply-To",
          "References",
          "Auto-Submitted",
          "X-Auto-Response-Suppress",
          "X-Tocsin-Incident",
          "List-Id",
          "Importance",
          "X-Priority",
          "Message-ID",
          "MIME-Version",
          "Content-Type");

  @Property(tries = 300)
  void noWordsOfOthersBecomeAHeader(
      @ForAll("hostile") String title,
      @ForAll("hostile") String service,
      @ForAll("hostile") String by,
      @ForAll("hostile") String recipient)
      throws Exception {
    for (Notification each : notifications(title, service, by)) {
      MimeMessage mail = overTheWire(each, recipient);
      Set<String> headers = new TreeSet<>();
      for (Header header : Collections.list(mail.getAllHeaders())) {
        assertThat(headers.add(header.getName())).as(header.getName()).isTrue();
        assertThat(header.getValue().replaceAll("\r\n[ \t]", "")).doesNotContain("\r", "\n");
      }
      assertThat(OURS).containsAll(headers);
      assertThat(mail.getAllRecipients()).hasSize(1);
      assertThat(mail.getHeader("X-Tocsin-Incident")).containsExactly("RX-142");
    }
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(
            "\r\nBcc: victim@example.com",
            "\nSubject: another",
            "\r\n\r\n<script>",
            "\u2028X-Evil: 1",
            "\u0085X-Evil: 1",
            "=?utf-8?Q?=0D=0ABcc:_victim=40example.com?=",
            "\u0000",
            "é🔔",
            "a b")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(parts -> String.join("x", parts));
  }

  private static List<Notification> notifications(String title, String service, String by) {
    Notification acknowledged =
        Reachable.told(
            Channel.EMAIL,
            Act.ACKNOWLEDGE,
            MessageKind.ACKNOWLEDGED,
            IncidentState.ACKNOWLEDGED,
            "on-call",
            Map.of("by", by));
    return List.of(
        Fixtures.with(Reachable.page(Channel.EMAIL), Fixtures.content(title, service), null),
        acknowledged);
  }

  private static MimeMessage overTheWire(Notification notification, String recipient)
      throws Exception {
    MailWording.Words words =
        new MailWording(Reachable::words, "https://tocsin.example.com")
            .of(notification, notification.act());
    MailIds ids = new MailIds("0a1b2c3d");
    Letter letter =
        new Letter(
            ids.of(Reachable.incidentMessage(Channel.EMAIL, recipient)),
            ids.thread(notification),
            notification.incident(),
            List.of("oncall@example.com"),
            Fixtures.NOW,
            true,
            words.subject(),
            words.text(),
            words.html());
    Session session = Session.getInstance(new Properties());
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    Envelope.of(letter, session, "tocsin@example.com", "0a1b2c3d").writeTo(raw);
    return new MimeMessage(session, new ByteArrayInputStream(raw.toByteArray()));
  }
}
