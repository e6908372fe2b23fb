package io.tocsin.sandbox.edge.smtp;

import io.tocsin.sandbox.core.Mail;
import io.tocsin.sandbox.core.ReceivedRequest;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads a recorded mail as a mail program would show it. */
public final class MailReading {
  private static final Session SESSION = Session.getInstance(new Properties());

  private static final List<String> SHOWN =
      List.of(
          "Date",
          "Message-ID",
          "In-Reply-To",
          "References",
          "List-Id",
          "X-Tocsin-Incident",
          "Auto-Submitted",
          "Importance",
          "X-Priority");

  private MailReading() {}

  /** The mail of a recorded request; empty where it cannot be read. */
  public static Optional<Mail> of(ReceivedRequest request) {
    try {
      MimeMessage mail =
          new MimeMessage(
              SESSION, new ByteArrayInputStream(request.body().getBytes(StandardCharsets.UTF_8)));
      return Optional.of(
          new Mail(
              Objects.requireNonNullElse(mail.getMessageID(), ""),
              Objects.requireNonNullElse(mail.getHeader("In-Reply-To", null), ""),
              address(mail.getFrom()).stream().findFirst().orElse(""),
              address(mail.getRecipients(Message.RecipientType.TO)),
              Objects.requireNonNullElse(mail.getSubject(), ""),
              part(mail, "text/plain"),
              part(mail, "text/html"),
              headers(mail),
              request.at()));
    } catch (MessagingException | IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Map<String, String> headers(MimeMessage mail) throws MessagingException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : SHOWN) {
      String value = mail.getHeader(name, ", ");
      if (value != null) {
        headers.put(name, MimeUtility.unfold(value));
      }
    }
    return headers;
  }

  private static List<String> address(Address @Nullable [] addresses) {
    return addresses == null
        ? List.of()
        : Arrays.stream(addresses)
            .map(each -> each instanceof InternetAddress one ? one.getAddress() : each.toString())
            .toList();
  }

  private static String part(Part from, String type) throws MessagingException, IOException {
    if (from.isMimeType(type)) {
      return from.getContent().toString();
    }
    if (from.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart each = parts.getBodyPart(i);
        String found = part(each, type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }
}
