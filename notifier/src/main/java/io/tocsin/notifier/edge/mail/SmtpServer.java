package io.tocsin.notifier.edge.mail;

import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.Proof;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.util.Properties;

/** The mail server: how a connection to it is made, and how long each step may take. */
final class SmtpServer {
  private final SmtpAddress address;
  private final Session session;

  SmtpServer(SmtpAddress address, MailSettings settings) {
    this.address = address;
    Properties all = new Properties();
    all.put("mail.smtp.host", address.host());
    all.put("mail.smtp.port", Integer.toString(address.port()));
    // the default of all three is to wait for ever
    all.put("mail.smtp.connectiontimeout", Long.toString(settings.connectLimit().toMillis()));
    all.put("mail.smtp.timeout", Long.toString(settings.answerLimit().toMillis()));
    all.put("mail.smtp.writetimeout", Long.toString(settings.answerLimit().toMillis()));
    all.put("mail.smtp.localhost", "tocsin");
    all.put("mail.smtp.sendpartial", "true");
    all.put("mail.smtp.quitwait", "false");
    all.put("mail.smtp.auth", Boolean.toString(address.user() != null));
    all.put("mail.smtp.ssl.enable", Boolean.toString(address.tls() == SmtpAddress.Tls.IMPLICIT));
    all.put("mail.smtp.ssl.checkserveridentity", "true");
    all.put(
        "mail.smtp.starttls.enable",
        Boolean.toString(
            address.tls() == SmtpAddress.Tls.OFFERED || address.tls() == SmtpAddress.Tls.REQUIRED));
    all.put(
        "mail.smtp.starttls.required", Boolean.toString(address.tls() == SmtpAddress.Tls.REQUIRED));
    this.session = Session.getInstance(all);
  }

  SmtpAddress address() {
    return address;
  }

  Session session() {
    return session;
  }

  /** One that is not connected yet. */
  Transport transport() throws NoSuchProviderException {
    return session.getTransport("smtp");
  }

  void connect(Transport transport) throws MessagingException {
    transport.connect(address.host(), address.port(), address.user(), address.password());
  }

  /**
   * Whether it lets us in: connects, makes the connection secret and signs in as for a mail, and
   * leaves.
   *
   * @throws IOException when it gives no answer
   */
  Proof prove() throws IOException {
    try (Transport transport = transport()) {
      connect(transport);
      return Proof.holds(
          address.user() == null
              ? "the mail server answers; it was not asked for a user"
              : "the mail server knows the user");
    } catch (MessagingException e) {
      Answer answer = SmtpAnswer.of(e, address);
      return answer.kind() == Answer.Kind.BUSY
          ? Proof.unknown(answer.text())
          : Proof.refused(
              answer.text() + (answer.text().contains("SMTP_URL") ? "" : "; check SMTP_URL"));
    }
  }
}
