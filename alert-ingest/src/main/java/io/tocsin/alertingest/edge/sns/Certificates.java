package io.tocsin.alertingest.edge.sns;

import io.tocsin.alertingest.core.sns.CertificateAddress;
import java.security.cert.X509Certificate;
import reactor.core.publisher.Mono;

/** Where the certificates are had that prove SNS's messages. */
public interface Certificates {

  /**
   * The certificate of that name; {@link io.tocsin.alertingest.core.sns.Unproven} when there is
   * none, any other error when nobody can tell at the moment.
   */
  Mono<X509Certificate> at(CertificateAddress address);
}
