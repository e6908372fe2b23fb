package io.tocsin.alertingest.edge.sns;

import io.tocsin.alertingest.core.sns.CertificateAddress;
import io.tocsin.alertingest.core.sns.Unproven;
import java.security.cert.X509Certificate;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** From SNS itself, whose host is proven by TLS. A redirect is no answer, and leads nowhere. */
final class FetchedCertificates implements Certificates {
  private final WebClient client;

  FetchedCertificates(WebClient client) {
    this.client = client;
  }

  @Override
  public Mono<X509Certificate> at(CertificateAddress address) {
    return client.get().uri(address.uri()).exchangeToMono(answer -> read(answer, address));
  }

  private static Mono<X509Certificate> read(ClientResponse answer, CertificateAddress address) {
    if (answer.statusCode().is2xxSuccessful()) {
      return answer
          .bodyToMono(byte[].class)
          .flatMap(pem -> Mono.fromCallable(() -> Pem.certificate(pem, address.file())))
          .switchIfEmpty(Mono.error(new Unproven(address.file() + " is empty")));
    }
    String said = "%s answered %d".formatted(address.uri(), answer.statusCode().value());
    return answer
        .releaseBody()
        .then(
            Mono.error(
                answer.statusCode().is5xxServerError() || answer.statusCode().value() == 429
                    ? new IllegalStateException(said)
                    : new Unproven(said)));
  }
}
