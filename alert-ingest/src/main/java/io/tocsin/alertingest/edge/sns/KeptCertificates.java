package io.tocsin.alertingest.edge.sns;

import io.tocsin.alertingest.core.sns.CertificateAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * The last certificates that were asked for, so that a storm of alarms asks once. One that could
 * not be had is asked for again at once; whether one is still valid is asked of it every time.
 */
final class KeptCertificates implements Certificates {
  static final int MOST = 50;

  private final Certificates origin;
  private final Duration kept;
  private final Map<CertificateAddress, Mono<X509Certificate>> byAddress =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<CertificateAddress, Mono<X509Certificate>> eldest) {
          return size() > MOST;
        }
      };

  KeptCertificates(Certificates origin, Duration kept) {
    this.origin = origin;
    this.kept = kept;
  }

  @Override
  public Mono<X509Certificate> at(CertificateAddress address) {
    synchronized (byAddress) {
      return byAddress.computeIfAbsent(
          address,
          missing ->
              origin
                  .at(missing)
                  .cache(found -> kept, failed -> Duration.ZERO, () -> Duration.ZERO));
    }
  }
}
