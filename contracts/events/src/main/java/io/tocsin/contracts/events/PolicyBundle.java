package io.tocsin.contracts.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The raw files of a whole policy root, as any later loader can read them: the value of {@code
 * policies}, kept under its hash.
 *
 * @param files path below the root, with forward slashes, to text
 */
public record PolicyBundle(Map<String, String> files) {
  public PolicyBundle {
    files = Map.copyOf(files);
  }

  /** SHA-256 over the sorted paths and bytes, each ended with a zero byte, in hex. */
  public String hash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      new TreeMap<>(files)
          .forEach(
              (path, text) -> {
                sha.update(path.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
                sha.update(text.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
              });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }
}
