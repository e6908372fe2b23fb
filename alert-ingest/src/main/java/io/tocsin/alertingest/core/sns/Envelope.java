package io.tocsin.alertingest.core.sns;

import io.tocsin.alertingest.core.PayloadReader;
import io.tocsin.alertingest.core.Unreadable;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One message of SNS as it was sent, every value in the very text that was signed: a time that is
 * read and written again may be another text.
 *
 * @param subject null when there is none
 * @param token null but in a handshake
 * @param subscribeUrl null but in a handshake; it is part of what was signed and is never called
 */
public record Envelope(
    MessageType type,
    String messageId,
    String topicArn,
    @Nullable String subject,
    String message,
    String timestamp,
    String signatureVersion,
    String signature,
    String signingCertUrl,
    @Nullable String token,
    @Nullable String subscribeUrl) {
  // a line break in it would let the same signed text be parted in another way
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /**
   * What {@code body} holds, whatever its content type: SNS sends JSON as {@code text/plain}.
   *
   * @throws Unreadable when it is no message of SNS, or one of which something is missing
   */
  public static Envelope of(byte[] body, PayloadReader reader) throws Unreadable {
    if (!(reader.read(body, null) instanceof Map<?, ?> fields)) {
      throw new Unreadable("this is no message of SNS: it must be a JSON object");
    }
    MessageType type = MessageType.of(text(fields, "Type"));
    String id = text(fields, "MessageId");
    if (!ID.matcher(id).matches()) {
      throw new Unreadable("this is no message of SNS: 'MessageId' is no id");
    }
    boolean handshake = type != MessageType.NOTIFICATION;
    return new Envelope(
        type,
        id,
        text(fields, "TopicArn"),
        fields.get("Subject") instanceof String subject ? subject : null,
        text(fields, "Message"),
        text(fields, "Timestamp"),
        text(fields, "SignatureVersion"),
        text(fields, "Signature"),
        text(fields, "SigningCertURL"),
        handshake ? text(fields, "Token") : null,
        handshake ? text(fields, "SubscribeURL") : null);
  }

  /** What SNS signed: names and values by name, a line break after each. */
  public String signedText() {
    StringBuilder text = new StringBuilder(message.length() + 1024);
    add(text, "Message", message);
    add(text, "MessageId", messageId);
    if (type == MessageType.NOTIFICATION) {
      add(text, "Subject", subject);
    } else {
      add(text, "SubscribeURL", subscribeUrl);
    }
    add(text, "Timestamp", timestamp);
    if (type != MessageType.NOTIFICATION) {
      add(text, "Token", token);
    }
    add(text, "TopicArn", topicArn);
    add(text, "Type", type.wireName());
    return text.toString();
  }

  private static void add(StringBuilder text, String name, @Nullable String value) {
    if (value != null) {
      text.append(name).append('\n').append(value).append('\n');
    }
  }

  private static String text(Map<?, ?> fields, String name) throws Unreadable {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new Unreadable(
        "this is no message of SNS: '%s' is missing. Raw message delivery must be off"
            .formatted(name));
  }
}
