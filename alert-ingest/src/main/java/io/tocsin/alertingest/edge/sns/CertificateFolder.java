package io.tocsin.alertingest.edge.sns;

import io.tocsin.alertingest.core.sns.CertificateAddress;
import io.tocsin.alertingest.core.sns.Unproven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A folder of PEM files in place of fetching ({@code SNS_CERTIFICATES}): the operator vouches. */
final class CertificateFolder implements Certificates {
  private final Path folder;

  CertificateFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public Mono<X509Certificate> at(CertificateAddress address) {
    return Mono.fromCallable(() -> read(address.file())).subscribeOn(Schedulers.boundedElastic());
  }

  private X509Certificate read(String file) throws IOException, Unproven {
    try {
      return Pem.certificate(Files.readAllBytes(folder.resolve(file)), file);
    } catch (NoSuchFileException e) {
      throw new Unproven("%s is not in the folder SNS_CERTIFICATES names".formatted(file));
    }
  }
}
