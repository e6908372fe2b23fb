package io.tocsin.alertingest.edge.sns;

import io.tocsin.alertingest.core.sns.Unproven;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** A certificate as SNS keeps it. */
final class Pem {
  private Pem() {}

  static X509Certificate certificate(byte[] pem, String file) throws Unproven {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem));
    } catch (CertificateException e) {
      throw new Unproven(file + " holds no certificate");
    }
  }
}
