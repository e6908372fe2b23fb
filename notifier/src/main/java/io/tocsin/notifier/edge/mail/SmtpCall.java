package io.tocsin.notifier.edge.mail;

import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.ProviderCall;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.io.IOException;

/**
 * One mail on its way. A server cannot be asked what it took: each try carries the same Message-ID,
 * and a mail that may have been sent before says so in its outcome.
 */
final class SmtpCall implements ProviderCall {
  private final SmtpServer server;
  private final Letter letter;
  private final String installation;
  private final int perMinute;
  private volatile boolean cancelled;
  private boolean maybeSent;

  SmtpCall(SmtpServer server, Letter letter, String installation, int perMinute) {
    this.server = server;
    this.letter = letter;
    this.installation = installation;
    this.perMinute = perMinute;
  }

  @Override
  public String limitedBy() {
    return server.address().host();
  }

  @Override
  public int perMinute() {
    return perMinute;
  }

  @Override
  public void maybeSent() {
    maybeSent = true;
  }

  @Override
  public Answer attempt() throws IOException {
    try (Transport transport = server.transport()) {
      server.connect(transport);
      if (cancelled) {
        throw new IOException("given up");
      }
      return send(transport);
    } catch (MessagingException e) {
      return SmtpAnswer.of(e, letter, server.address());
    }
  }

  private Answer send(Transport transport) throws MessagingException, IOException {
    Envelope mail = Envelope.of(letter, server.session(), server.address().from(), installation);
    boolean again = maybeSent;
    // until the server answers it may have taken it: RFC 1047
    maybeSent = true;
    try {
      transport.sendMessage(mail, mail.getAllRecipients());
      return taken(again);
    } catch (MessagingException e) {
      Answer answer = SmtpAnswer.of(e, letter, server.address());
      maybeSent = again;
      return answer;
    }
  }

  private Answer taken(boolean again) {
    return new Answer(
        Answer.Kind.ACCEPTED,
        letter.id(),
        again
            ? "the mail server took it; it may have taken it before as well: both have the same"
                + " Message-ID"
            : "the mail server took it");
  }

  /** A try under way ends with the server's next answer, or without it after the answer limit. */
  @Override
  public void cancel() {
    cancelled = true;
  }
}
