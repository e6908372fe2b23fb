package io.tocsin.alertingest.core.sns;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a certificate is, once it is known that it can only be one of SNS's own: on the host of the
 * topic's region, over https, under a name of SNS's making. The text that was sent is never used
 * again.
 *
 * @param file its name, which is fit for a folder as well
 */
public record CertificateAddress(String host, String file) {
  private static final Pattern FILE =
      Pattern.compile("SimpleNotificationService-[A-Za-z0-9]{32}\\.pem");

  /** Empty when {@code url} is anything else, or the topic's region is not one that we know. */
  public static Optional<CertificateAddress> of(String url, Topic topic) {
    return SigningHosts.of(topic)
        .filter(host -> url.startsWith("https://" + host + "/"))
        .map(host -> new CertificateAddress(host, url.substring(host.length() + 9)))
        .filter(address -> FILE.matcher(address.file()).matches());
  }

  public URI uri() {
    return URI.create("https://" + host + "/" + file);
  }
}
