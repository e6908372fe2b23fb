package io.tocsin.sandbox.edge.page;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/** Sends a mail of an incident's thread. */
final class Mails {
  private Mails() {}

  static void send(int port, String subject) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(port));
    MimeMessage mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom(new InternetAddress("tocsin@example.com"));
    mail.setRecipients(MimeMessage.RecipientType.TO, "devops-lead@example.com");
    mail.setSubject(subject);
    mail.setHeader("References", "<RX-1@example.com>");
    mail.setHeader("In-Reply-To", "<RX-1@example.com>");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(subject, "UTF-8", "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText("<h1>P1 RX-1</h1><script>alert(1)</script>", "UTF-8", "html");
    mail.setContent(new MimeMultipart("alternative", text, html));
    Transport.send(mail);
  }
}
