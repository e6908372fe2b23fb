package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A policy root on disk as the bundle of its raw files. */
public final class PolicyFiles {
  private PolicyFiles() {}

  /** Reads every YAML file and template below {@code root}; hidden files are left out. */
  public static PolicyBundle read(Path root) throws PolicyRejected {
    if (!Files.isDirectory(root)) {
      throw new PolicyRejected(
          List.of(
              new Problem(
                  root.toString(),
                  0,
                  0,
                  root.toString(),
                  "there is no such policy folder",
                  "give the folder that holds integrations.yaml and catch-all.yaml")));
    }
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(path).toString().replace('\\', '/');
        if (!name.startsWith(".") && !name.contains("/.")) {
          files.put(name, Files.readString(path));
        }
      }
    } catch (IOException e) {
      throw new PolicyRejected(
          List.of(
              new Problem(
                  root.toString(),
                  0,
                  0,
                  String.valueOf(e.getMessage()),
                  "a policy file cannot be read",
                  "make every file below the root readable, as UTF-8 text")));
    }
    return new PolicyBundle(files);
  }
}
