package io.tocsin.notifier.edge.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mail server, as {@code SMTP_URL} names it.
 *
 * @param tls how the way to it is kept secret
 * @param from who the mails come from
 */
record SmtpAddress(
    String host, int port, Tls tls, @Nullable String user, @Nullable String password, String from) {
  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;
  private static final Set<String> PARAMETERS = Set.of("from", "starttls");
  private static final String FORM =
      "SMTP_URL must be smtp://user:password@host:port or smtps://..., with ?from=ADDRESS and"
          + " ?starttls=required or off where wanted (as in"
          + " smtp://mail.example.com:587?from=tocsin@example.com): ";

  /** How the connection is made secret. */
  enum Tls {
    /** From the first byte: {@code smtps}. */
    IMPLICIT,
    /** By STARTTLS, and nothing is sent without it: whenever a password is sent elsewhere. */
    REQUIRED,
    /** By STARTTLS where the server offers it. */
    OFFERED,
    /** Not at all: {@code starttls=off}. */
    NONE
  }

  /** Reads {@code text}; what is wrong is said without the password. */
  static SmtpAddress parse(String text) {
    URI uri = uri(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme();
    String host = uri.getHost();
    if (!scheme.matches("smtps?") || host == null || !"".equals(emptyPath(uri))) {
      throw new IllegalArgumentException(FORM + "this one is no such address");
    }
    Map<String, String> parameters = parameters(uri.getRawQuery());
    String info = uri.getRawUserInfo();
    String user = info == null ? null : decoded(info.replaceFirst(":.*", ""));
    String password = info == null || !info.contains(":") ? null : decoded(info.split(":", 2)[1]);
    boolean implicit = scheme.equals("smtps");
    int port = uri.getPort() > 0 ? uri.getPort() : implicit ? SUBMISSIONS : SUBMISSION;
    Tls tls = implicit ? Tls.IMPLICIT : tls(parameters.get("starttls"), password != null, host);
    return new SmtpAddress(host, port, tls, user, password, from(parameters, user, host));
  }

  private static URI uri(String text) {
    try {
      return new URI(text.trim());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          FORM + "this one cannot be read; write special characters of a password as %XX", null);
    }
  }

  private static String emptyPath(URI uri) {
    return uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/$", "");
  }

  private static Map<String, String> parameters(@Nullable String query) {
    if (query == null) {
      return Map.of();
    }
    Map<String, String> found =
        Arrays.stream(query.split("&"))
            .collect(
                Collectors.toMap(
                    each -> each.replaceFirst("=.*", ""),
                    each -> decoded(each.replaceFirst("^[^=]*=?", "")),
                    (one, other) -> other));
    if (!PARAMETERS.containsAll(found.keySet())) {
      throw new IllegalArgumentException(FORM + "it has another parameter");
    }
    return found;
  }

  /** A password goes nowhere in clear but to this machine. */
  private static Tls tls(@Nullable String said, boolean secret, String host) {
    if (said == null) {
      return secret && !isLoopback(host) ? Tls.REQUIRED : Tls.OFFERED;
    }
    return switch (said) {
      case "required" -> Tls.REQUIRED;
      case "off" -> Tls.NONE;
      default -> throw new IllegalArgumentException(FORM + "starttls is neither");
    };
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.matches("127(\\.\\d+){3}") || host.equals("[::1]");
  }

  private static String from(Map<String, String> parameters, @Nullable String user, String host) {
    String said = parameters.get("from");
    String from =
        said != null
            ? said
            : user != null && user.contains("@")
                ? user
                : "tocsin@" + (host.matches("[\\d.]+|\\[.*") ? "localhost" : host);
    if (!from.matches("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+")) {
      throw new IllegalArgumentException(FORM + "from is no mail address");
    }
    return from;
  }

  /** As URLDecoder, but a plus sign is one: it is common in passwords. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Never with the password. */
  @Override
  public String toString() {
    return "SmtpAddress[" + host + ":" + port + "]";
  }
}
