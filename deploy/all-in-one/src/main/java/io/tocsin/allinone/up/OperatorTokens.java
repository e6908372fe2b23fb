package io.tocsin.allinone.up;

import io.tocsin.allinone.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The tokens of people, hashed, and the one of {@code operator} that {@code up} makes. */
public final class OperatorTokens {
  /** Person to {@code sha256:<hex>}, read by the engine. */
  public static final String HASHED = "tokens.yaml";

  /** The operator's own token in clear, for this machine's user alone. */
  public static final String CLEAR = "operator-token";

  private static final String OPERATOR = "operator";
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private OperatorTokens() {}

  /**
   * The operator's token: the one kept in {@code folder}, or a new one when it is gone or no longer
   * the one that is hashed there. Other people's stay.
   */
  public static String ensure(Path folder) throws StartRefused {
    try {
      Map<String, Object> hashes = read(folder.resolve(HASHED));
      Path clear = folder.resolve(CLEAR);
      String kept = Files.exists(clear) ? Files.readString(clear).strip() : "";
      if (!kept.isEmpty() && hash(kept).equals(hashes.get(OPERATOR))) {
        return kept;
      }
      String made = random();
      writePrivately(clear, made + "\n");
      hashes.put(OPERATOR, hash(made));
      writePrivately(folder.resolve(HASHED), dump(hashes));
      return made;
    } catch (IOException e) {
      throw StartRefused.because(
          "the operator's token cannot be kept in " + folder + ": " + e.getMessage(), e);
    }
  }

  static String hash(String token) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return "sha256:"
          + HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }

  /** Text that nobody can guess. */
  static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Map<String, Object> read(Path file) throws IOException, StartRefused {
    Map<String, Object> hashes = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      return hashes;
    }
    try {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
      if (root instanceof Map<?, ?> map && map.get("tokens") instanceof Map<?, ?> tokens) {
        tokens.forEach((person, hash) -> hashes.put(String.valueOf(person), hash));
        return hashes;
      }
    } catch (YAMLException e) {
      throw StartRefused.wrongInput(
          file + " is no YAML: " + String.valueOf(e.getMessage()).replace('\n', ' '));
    }
    throw StartRefused.wrongInput(
        file + " is not as expected; write `tokens:` and below it `person: sha256:<hex>`");
  }

  private static String dump(Map<String, Object> hashes) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    return new Yaml(options).dump(Map.of("tokens", hashes));
  }

  /** Never readable by others, not even for a moment; never half written. */
  private static void writePrivately(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
