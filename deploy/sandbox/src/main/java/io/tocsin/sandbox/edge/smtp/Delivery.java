package io.tocsin.sandbox.edge.smtp;

import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.edge.http.Arrival;
import io.tocsin.sandbox.edge.http.Reception;
import io.tocsin.sandbox.edge.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ResponseStatusException;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail, from its sender to the reply. A fault's {@code status} is the code of the reply. */
final class Delivery implements MessageHandler {
  private static final int UNAVAILABLE = 451;

  private final Reception reception;
  private final List<String> recipients = new ArrayList<>();
  private String sender = "";

  Delivery(Reception reception) {
    this.reception = reception;
  }

  @Override
  public void from(String from) {
    sender = from;
  }

  @Override
  public void recipient(String recipient) {
    recipients.add(recipient);
  }

  @Override
  public @Nullable String data(InputStream data) throws RejectException, IOException {
    byte[] mail = data.readAllBytes();
    Reply reply = answered(mail);
    try {
      Thread.sleep(reply.delay().toMillis());
      reply.recorded().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DropConnectionException(UNAVAILABLE, "the sandbox stops");
    } catch (CompletionException notRecorded) {
      throw new RejectException(UNAVAILABLE, "the mail could not be recorded");
    }
    if (reply.dropsConnection()) {
      throw new DropConnectionException(UNAVAILABLE, "dropped");
    }
    if (reply.status() >= 400) {
      throw new RejectException(
          reply.status(), reply.body().isBlank() ? "refused by a fault" : reply.body());
    }
    return null;
  }

  private Reply answered(byte[] mail) throws RejectException {
    try {
      return reception.receive(
          new Arrival(
              Provider.EMAIL,
              "MAIL",
              "/",
              Map.of("mail-from", sender, "rcpt-to", String.join(", ", recipients)),
              new String(mail, StandardCharsets.UTF_8),
              mail.length));
    } catch (ResponseStatusException noRoom) {
      throw new RejectException(UNAVAILABLE, "the disk of the sandbox does not keep up");
    }
  }

  @Override
  public void done() {
    recipients.clear();
  }
}
