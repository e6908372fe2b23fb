package io.tocsin.notifier.edge.provider;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a policy names what it does not hold: {@code ${PAGERDUTY_RX_KEY}}. */
public final class SecretName {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");

  private SecretName() {}

  /** The name in {@code written} when all of it is one reference. */
  public static Optional<String> in(String written) {
    Matcher reference = REFERENCE.matcher(written);
    return reference.matches() ? Optional.of(reference.group(1)) : Optional.empty();
  }
}
