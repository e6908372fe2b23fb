package io.tocsin.contracts.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/** The key that a policy names and does not hold, as everybody who calls a provider finds it. */
public final class RoutingKey {
  private static final int KEY_BYTES = 16;

  private RoutingKey() {}

  /**
   * The key under {@code name}; empty when it is not set.
   *
   * @param secrets the value of a name, if it is set
   * @param standIns whether an unset key is replaced by one made from its name: for the sandbox,
   *     which takes any
   */
  public static Optional<String> of(
      String name, Function<String, Optional<String>> secrets, boolean standIns) {
    Optional<String> key = secrets.apply(name).filter(value -> !value.isBlank()).map(String::trim);
    return key.isEmpty() && standIns ? Optional.of(standIn(name)) : key;
  }

  /** 32 hex digits that are always the same for one name. */
  public static String standIn(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }
}
