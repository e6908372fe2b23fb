package io.tocsin.contracts.policy.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The template files that are shipped. */
final class TeamFolders {
  static final String PRESCRIPTIONS = "digital-prescriptions";
  static final String PORTAL = "health-portal";
  static final String SUPPLIES = "medical-supplies";
  private static final Path POLICIES = Path.of("../../deploy/policies");

  private TeamFolders() {}

  static Map<String, String> files(String team) {
    Path folder = POLICIES.resolve(team);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  static Templates templates(String team) {
    return Templates.read(files(team)).templates();
  }

  /** A team whose only template is {@code text} for {@code name}. */
  static Templates only(String name, String text) {
    return Templates.read(Map.of("templates/" + name, text)).templates();
  }
}
