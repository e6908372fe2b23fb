package io.tocsin.contracts.policy.template;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses that may become links: http and https, without a name or password before the host. */
final class Href {
  private static final int LONGEST = 2_000;
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final Pattern UNFIT = Pattern.compile("[^!#$%&'()*+,./0-9:;=?@A-Z\\[\\]_a-z~-]+");

  private Href() {}

  /** {@code address} with every character that could end a link encoded; empty when it is none. */
  static Optional<String> safe(String address) {
    if (address.length() > LONGEST) {
      return Optional.empty();
    }
    String encoded =
        UNFIT.matcher(address.strip()).replaceAll(unfit -> percentEncoded(unfit.group()));
    try {
      URI uri = new URI(encoded);
      String host = uri.getRawAuthority();
      boolean fit =
          uri.getScheme() != null
              && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
              && host != null
              && !host.contains("@");
      return fit ? Optional.of(encoded) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String percentEncoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      encoded.append('%').append("%02X".formatted(octet));
    }
    return encoded.toString();
  }
}
