package io.tocsin.alertingest.core.sns;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;

/**
 * Whether a message was signed by whom its certificate names (RUN-03.1b). AWS's own verifier
 * ({@code sns-message-manager}) serves only the tests, because it takes the time from the system,
 * knows a single region, and lets neither be given.
 */
public final class Proof {
  private static final Map<String, String> ALGORITHMS =
      Map.of("1", "SHA1withRSA", "2", "SHA256withRSA");

  private Proof() {}

  /**
   * @param now when the certificate must be valid
   * @throws Unproven when anything is not as it must be; the message says what
   */
  public static void check(Envelope envelope, X509Certificate certificate, Instant now)
      throws Unproven {
    try {
      certificate.checkValidity(Date.from(now));
      Signature signature = Signature.getInstance(algorithm(envelope));
      signature.initVerify(certificate.getPublicKey());
      signature.update(envelope.signedText().getBytes(StandardCharsets.UTF_8));
      if (!signature.verify(Base64.getDecoder().decode(envelope.signature()))) {
        throw new Unproven("the signature is of another text or another key");
      }
    } catch (CertificateExpiredException e) {
      throw new Unproven("the certificate is valid no more");
    } catch (CertificateNotYetValidException e) {
      throw new Unproven("the certificate is not valid yet");
    } catch (InvalidKeyException e) {
      throw new Unproven("the certificate's key is no RSA key");
    } catch (SignatureException | IllegalArgumentException e) {
      throw new Unproven("the signature is no signature");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has RSA with SHA-1 and SHA-256", e);
    }
  }

  private static String algorithm(Envelope envelope) throws Unproven {
    String algorithm = ALGORITHMS.get(envelope.signatureVersion());
    if (algorithm == null) {
      throw new Unproven("the signature's version is neither 1 nor 2");
    }
    return algorithm;
  }
}
