package io.tocsin.sandbox.edge.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.sandbox.RunningSandbox;
import io.tocsin.sandbox.core.Mail;
import io.tocsin.sandbox.edge.json.SandboxJson;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that comes by SMTP is kept as everything else is, and meets faults as everything else. */
class SmtpTest {
  @TempDir private Path folder;
  private RunningSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = new RunningSandbox(folder, Map.of());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void aMailIsARequestOfTheProviderEmail() throws Exception {
    send();
    sandbox
        .client()
        .get()
        .uri("/requests?provider=email")
        .exchange()
        .expectBody()
        .jsonPath("$.length()")
        .isEqualTo(1)
        .jsonPath("$[0].provider")
        .isEqualTo("email")
        .jsonPath("$[0].headers.rcpt-to")
        .isEqualTo("oncall@example.com");
  }

  @Test
  void itIsReadAsAMailProgramReadsIt() throws Exception {
    send();
    byte[] all =
        sandbox
            .client()
            .get()
            .uri("/requests?provider=email")
            .exchange()
            .expectBody()
            .returnResult()
            .getResponseBody();
    String one = new String(all, StandardCharsets.UTF_8).replaceAll("^\\[|]$", "");
    Mail mail =
        MailReading.of(new SandboxJson().request(one.getBytes(StandardCharsets.UTF_8)))
            .orElseThrow();
    assertThat(mail.subject()).isEqualTo("P1 prescription-api: Überlast");
    assertThat(mail.to()).containsExactly("oncall@example.com");
    assertThat(mail.text()).contains("the plain part");
    assertThat(mail.html()).contains("<b>the other</b>");
    assertThat(mail.id()).isNotEmpty();
  }

  @Test
  void aFaultIsTheReply() throws Exception {
    sandbox.fault("{\"provider\":\"email\",\"status\":451,\"body\":\"later\",\"count\":1}");
    assertThatThrownBy(this::send)
        .isInstanceOf(MessagingException.class)
        .hasMessageContaining("451 later");
    send();
  }

  @Test
  void aConnectionMayBeDropped() {
    sandbox.fault("{\"provider\":\"email\",\"dropConnection\":true,\"count\":1}");
    assertThatThrownBy(this::send).isInstanceOf(MessagingException.class);
  }

  private void send() throws MessagingException {
    Properties settings = new Properties();
    settings.put("mail.smtp.host", "127.0.0.1");
    settings.put("mail.smtp.port", Integer.toString(sandbox.smtpPort()));
    settings.put("mail.smtp.timeout", "20000");
    MimeMessage mail = new MimeMessage(Session.getInstance(settings));
    mail.setFrom(new InternetAddress("tocsin@example.com"));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress("oncall@example.com"));
    mail.setSubject("P1 prescription-api: Überlast", "UTF-8");
    MimeBodyPart text = new MimeBodyPart();
    text.setText("the plain part", "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText("<b>the other</b>", "UTF-8", "html");
    mail.setContent(new MimeMultipart("alternative", text, html));
    Transport.send(mail);
  }
}
