package io.tocsin.alertingest.edge.http;

import io.tocsin.contracts.policy.Integration;
import io.tocsin.contracts.policy.Policies;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who sends, by the key in the path. Keys are references ({@code ${DATADOG_RX_KEY}}), resolved once
 * for each policy; only their hashes are kept, and compared in a time that tells nothing.
 */
public final class IntegrationKeys {
  private static final Logger log = LoggerFactory.getLogger(IntegrationKeys.class);
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_.]*)}");

  private final Supplier<Policies> policies;
  private final Function<String, @Nullable String> secrets;
  private final boolean loopback;
  private volatile Ring ring;

  /**
   * @param policies the current ones
   * @param secrets the value of a name, or null when nobody gave one
   * @param loopback whether nobody but this machine can reach us: only then, and only while no key
   *     of one's own is configured, do the keys {@code demo-<source>} work
   */
  public IntegrationKeys(
      Supplier<Policies> policies, Function<String, @Nullable String> secrets, boolean loopback) {
    this.policies = policies;
    this.secrets = secrets;
    this.loopback = loopback;
    this.ring = ring(policies.get());
  }

  /** The integration of {@code source} whose key this is: the first by name, of several. */
  public Optional<Integration> sender(String source, String key) {
    byte[] presented = sha256(key);
    Integration found = null;
    for (Known one : known()) {
      boolean matches = MessageDigest.isEqual(one.hash(), presented);
      if (matches && found == null && one.integration().source().equals(source)) {
        found = one.integration();
      }
    }
    return Optional.ofNullable(found);
  }

  /** The keys of the current policy: they are resolved anew when it is another one. */
  private List<Known> known() {
    Policies current = policies.get();
    if (ring.of() != current) {
      ring = ring(current);
    }
    return ring.keys();
  }

  private Ring ring(Policies current) {
    List<Integration> sorted =
        current.integrations().values().stream()
            .sorted(Comparator.comparing(Integration::name))
            .toList();
    List<Known> known = new ArrayList<>();
    for (Integration integration : sorted) {
      secret(integration, secrets)
          .ifPresentOrElse(
              secret -> known.add(new Known(integration, sha256(secret))),
              () ->
                  log.info(
                      "integration {} has no key yet: set {} to let it send",
                      integration.name(),
                      integration.key()));
    }
    if (known.isEmpty() && loopback) {
      sorted.forEach(one -> known.add(new Known(one, sha256("demo-" + one.source()))));
    }
    return new Ring(current, List.copyOf(known));
  }

  private static Optional<String> secret(
      Integration integration, Function<String, @Nullable String> secrets) {
    Matcher reference = REFERENCE.matcher(integration.key());
    return reference.matches()
        ? Optional.ofNullable(secrets.apply(reference.group(1))).filter(key -> !key.isBlank())
        : Optional.empty();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record Known(Integration integration, byte[] hash) {}

  private record Ring(Policies of, List<Known> keys) {}
}
