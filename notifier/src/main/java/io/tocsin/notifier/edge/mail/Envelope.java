package io.tocsin.notifier.edge.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;

/** A letter as it goes over the wire. */
final class Envelope extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final String LIST = "%s incidents <incidents.%s.%s>";

  private final String id;

  private Envelope(Session session, String id) {
    super(session);
    this.id = id;
  }

  /**
   * All addresses stand in one mail: an audience is told together, sees who else knows and can
   * answer all; and one mail is taken or refused as a whole, so that no repeat reaches only some.
   */
  static Envelope of(Letter letter, Session session, String from, String installation)
      throws MessagingException {
    Envelope mail = new Envelope(session, letter.id());
    mail.setFrom(new InternetAddress(from));
    for (String to : letter.to()) {
      mail.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
    }
    mail.setSubject(letter.subject(), UTF_8);
    mail.setSentDate(Date.from(letter.written()));
    mail.setHeader("In-Reply-To", letter.thread());
    mail.setHeader("References", letter.thread());
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    mail.setHeader("X-Tocsin-Incident", letter.incident().toString());
    String team = letter.incident().team().value();
    mail.setHeader("List-Id", LIST.formatted(team, team.toLowerCase(Locale.ROOT), installation));
    if (letter.urgent()) {
      mail.setHeader("Importance", "high");
      mail.setHeader("X-Priority", "1");
    }
    mail.setContent(
        new MimeMultipart(
            "alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
    mail.saveChanges();
    return mail;
  }

  private static MimeBodyPart part(String words, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(words, UTF_8, subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  /** Ours, in place of one that would be new each time. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", MimeUtility.fold("Message-ID: ".length(), id));
  }
}
