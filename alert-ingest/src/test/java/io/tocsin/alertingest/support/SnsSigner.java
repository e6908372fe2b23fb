package io.tocsin.alertingest.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;
import tools.jackson.databind.json.JsonMapper;

/** Signs messages as SNS does, with a certificate that an authority of its own gave it. */
public final class SnsSigner {
  public static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";
  public static final String FILE =
      "SimpleNotificationService-0123456789abcdef0123456789abcdef.pem";
  public static final String CERTIFICATE = "https://sns.us-east-1.amazonaws.com/" + FILE;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HeldCertificate held;

  private SnsSigner(HeldCertificate held) {
    this.held = held;
  }

  /** Valid from two days before {@code now} until two days after it. */
  public static SnsSigner validAt(Instant now) {
    HeldCertificate authority =
        new HeldCertificate.Builder().rsa2048().certificateAuthority(0).build();
    return new SnsSigner(
        new HeldCertificate.Builder()
            .rsa2048()
            .commonName("sns.amazonaws.com")
            .addSubjectAlternativeName("sns.amazonaws.com")
            .validityInterval(
                now.minusMillis(TimeUnit.DAYS.toMillis(2)).toEpochMilli(),
                now.plusMillis(TimeUnit.DAYS.toMillis(2)).toEpochMilli())
            .signedBy(authority)
            .build());
  }

  public X509Certificate certificate() {
    return held.certificate();
  }

  public String pem() {
    return held.certificatePem();
  }

  /** A notification of {@link #TOPIC}, signed by version 2. */
  public String notification(String message, String timestamp) {
    return signed(notificationFields("0c7ea6ee-a4b5-5b75-8b8c-c1e6f7d7f0a1", message, timestamp));
  }

  /** The fields of a notification without its signature, to be changed before it is signed. */
  public static Map<String, String> notificationFields(
      String id, String message, String timestamp) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Type", "Notification");
    fields.put("MessageId", id);
    fields.put("TopicArn", TOPIC);
    fields.put("Subject", "ALARM: \"prescription-api-5xx\" in US East (N. Virginia)");
    fields.put("Message", message);
    fields.put("Timestamp", timestamp);
    fields.put("SignatureVersion", "2");
    fields.put("SigningCertURL", CERTIFICATE);
    return fields;
  }

  /** The fields of a handshake of that type. */
  public static Map<String, String> handshakeFields(String type, String timestamp) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Type", type);
    fields.put("MessageId", "5b6ea6ee-a4b5-5b75-8b8c-c1e6f7d7f0b2");
    fields.put("Token", "2336412f37fb687f5d51e6e2425929f52e8e353134fe72d5");
    fields.put("TopicArn", TOPIC);
    fields.put("Message", "You have chosen to subscribe to the topic " + TOPIC + ".\nVisit …");
    fields.put("SubscribeURL", "https://attacker.example.com/?Action=ConfirmSubscription");
    fields.put("Timestamp", timestamp);
    fields.put("SignatureVersion", "1");
    fields.put("SigningCertURL", CERTIFICATE);
    return fields;
  }

  /** The body as SNS would post it. */
  public String signed(Map<String, String> fields) {
    Map<String, String> body = new LinkedHashMap<>(fields);
    body.put("Signature", signature(fields));
    return json(body);
  }

  /** The body of fields that are signed already, or never. */
  public static String json(Map<String, String> fields) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fields);
  }

  private String signature(Map<String, String> fields) {
    try {
      Signature signature =
          Signature.getInstance(
              fields.get("SignatureVersion").equals("1") ? "SHA1withRSA" : "SHA256withRSA");
      signature.initSign(held.keyPair().getPrivate());
      signature.update(text(fields).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** As AWS's manual has it, written apart from what is tested. */
  private static String text(Map<String, String> fields) {
    String[] names =
        fields.get("Type").equals("Notification")
            ? new String[] {"Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"}
            : new String[] {
              "Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"
            };
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      if (fields.get(name) != null) {
        text.append(name).append('\n').append(fields.get(name)).append('\n');
      }
    }
    return text.toString();
  }
}
