package io.tocsin.escalationengine.edge.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Who a token belongs to. The file holds only SHA-256 hashes, one a person, and is read again when
 * it changes. Without a readable file nobody may call.
 */
final class Tokens {
  private static final Logger log = LoggerFactory.getLogger(Tokens.class);
  private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern HASH = Pattern.compile("sha256:([0-9a-fA-F]{64})");
  private static final FileTime MISSING = FileTime.fromMillis(-1);

  private final Path file;
  private volatile Content content = new Content(FileTime.fromMillis(-2), -1, Map.of());

  Tokens(Path file) {
    this.file = file;
  }

  /** The person whose token this is; takes as long for a wrong one as for a right one. */
  Optional<String> personOf(String token) {
    byte[] hash = sha256(token);
    String found = null;
    for (Map.Entry<String, byte[]> known : content().hashes().entrySet()) {
      if (MessageDigest.isEqual(known.getValue(), hash)) {
        found = known.getKey();
      }
    }
    return Optional.ofNullable(found);
  }

  private Content content() {
    Content last = content;
    Content now = stamp();
    if (now.changed().equals(last.changed()) && now.size() == last.size()) {
      return last;
    }
    return read(now);
  }

  private synchronized Content read(Content stamp) {
    if (stamp.changed().equals(MISSING)) {
      log.error("there is no tokens file {}: every call of the API is refused", file);
      content = stamp;
    } else {
      content = new Content(stamp.changed(), stamp.size(), hashes());
      log.info("{} people may call the API", content.hashes().size());
    }
    return content;
  }

  private Content stamp() {
    try {
      return new Content(Files.getLastModifiedTime(file), Files.size(file), Map.of());
    } catch (IOException e) {
      return new Content(MISSING, 0, Map.of());
    }
  }

  private Map<String, byte[]> hashes() {
    Map<String, byte[]> hashes = new HashMap<>();
    try {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
      if (root instanceof Map<?, ?> map && map.get("tokens") instanceof Map<?, ?> tokens) {
        tokens.forEach((person, hash) -> take(hashes, String.valueOf(person), hash));
      } else {
        log.error("{} has no 'tokens': every call of the API is refused", file);
      }
    } catch (IOException | YAMLException e) {
      // the exception's text would show the line, which may hold a token written in plain
      log.error("{} is no readable YAML: every call of the API is refused", file);
    }
    return hashes;
  }

  private void take(Map<String, byte[]> hashes, String person, @Nullable Object hash) {
    var form = HASH.matcher(String.valueOf(hash));
    if (PERSON.matcher(person).matches() && form.matches()) {
      hashes.put(person, HexFormat.of().parseHex(form.group(1)));
    } else {
      log.error(
          "{}: an entry is left out: expected a person of letters, digits, '.', '_' or '-', and"
              + " sha256: with 64 hex digits",
          file);
    }
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }

  private record Content(FileTime changed, long size, Map<String, byte[]> hashes) {}
}
