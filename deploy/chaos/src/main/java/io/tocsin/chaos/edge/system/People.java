package io.tocsin.chaos.edge.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Who may give commands, with tokens; and the senders' keys: each is a word that must not leak. */
public final class People {
  /** They take turns. */
  public static final List<String> NAMES = List.of("ana", "bashir", "chen");

  /** By which the sandbox proves its callbacks, and we prove ourselves to it. */
  static final String CALLBACKS = "callbacks-of-chaos";

  static final String PHONE_TOKEN = "phone-of-chaos";

  /** Datadog's keys are letters and digits. */
  static final String DATADOG_KEY = "datadogofchaos";

  private static final List<String> INTEGRATIONS = List.of("RX", "HP", "MS");

  private final TreeMap<String, String> tokens = new TreeMap<>();
  private final TreeMap<String, String> keys = new TreeMap<>();

  /**
   * @param salt makes the words those of one run
   */
  People(String salt) {
    NAMES.forEach(name -> tokens.put(name, "tok" + hash(salt + "/token/" + name).substring(0, 40)));
    INTEGRATIONS.forEach(
        team ->
            keys.put(
                "DATADOG_" + team + "_KEY", "key" + hash(salt + "/key/" + team).substring(0, 40)));
  }

  /** The token of {@code person}. */
  public String token(String person) {
    return Objects.requireNonNull(tokens.get(person), person);
  }

  /** The key with which Datadog sends for the team {@code code}. */
  public String key(String code) {
    return Objects.requireNonNull(keys.get("DATADOG_" + code + "_KEY"), code);
  }

  /** Every secret word by what it is. */
  public TreeMap<String, String> words() {
    TreeMap<String, String> words = new TreeMap<>(keys);
    tokens.forEach((person, token) -> words.put("token of " + person, token));
    words.put("secret of callbacks", CALLBACKS);
    words.put("secret of the phone", PHONE_TOKEN);
    return words;
  }

  TreeMap<String, String> environment() {
    return keys;
  }

  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder("tokens:\n");
    tokens.forEach(
        (person, token) -> text.append("  %s: sha256:%s\n".formatted(person, hash(token))));
    Files.writeString(file, text);
  }

  private static String hash(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }
}
