package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.IncidentId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a text is answered with: four digits that only who was texted of the incident knows. They
 * are made, not stored, and count only from that person's number.
 */
final class ReplyCodes {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int CODES = 10_000;

  private final String secret;
  private final Supplier<String> installation;

  ReplyCodes(String secret, Supplier<String> installation) {
    this.secret = secret;
    this.installation = installation;
  }

  /** The code of {@code recipient} for {@code incident}: {@code 4711}. */
  String of(IncidentId incident, String recipient) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      String text = "reply/%s/%s/%s".formatted(installation.get(), incident, recipient);
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return "%04d".formatted(Math.floorMod(ByteBuffer.wrap(hash).getLong(), (long) CODES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
    }
  }
}
