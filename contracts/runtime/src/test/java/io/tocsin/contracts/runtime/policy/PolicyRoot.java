package io.tocsin.contracts.runtime.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** A small policy root on disk, to be edited: one team, {@code TM}, in the folder {@code team}. */
final class PolicyRoot {
  private static final Path GOOD = Path.of("../policy/src/test/resources/good");

  private PolicyRoot() {}

  static Path writeTo(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(GOOD)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = root.resolve(GOOD.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return root;
  }

  /** The team has another name. */
  static void rename(Path root, String name) throws IOException {
    Path file = root.resolve("team/policy.yaml");
    Files.writeString(file, Files.readString(file).replaceFirst("(?m)^name: .*$", "name: " + name));
  }

  static void append(Path root, String name, String text) throws IOException {
    Files.writeString(at(root, name), text, StandardOpenOption.APPEND);
  }

  static void replace(Path root, String name, String from, String to) throws IOException {
    Path file = at(root, name);
    String text = Files.readString(file);
    if (!text.contains(from)) {
      throw new IllegalStateException(file + " has no '" + from + "'");
    }
    Files.writeString(file, text.replace(from, to));
  }

  private static Path at(Path root, String name) {
    Path beside = root.resolve(name);
    return Files.exists(beside) ? beside : root.resolve("team").resolve(name);
  }
}
