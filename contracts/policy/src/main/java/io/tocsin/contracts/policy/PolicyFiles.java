package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.yaml.Problem;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A policy root on disk as the bundle of its raw files. */
public final class PolicyFiles {
  private static final int DEEPEST = 16;

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
    try {
      // links are followed: a mounted ConfigMap is made of them
      Files.walkFileTree(
          root, Set.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Reading(root, files));
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

  /** Leaves out what is hidden and what editors keep beside a file. */
  private static final class Reading extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Map<String, String> files;

    Reading(Path root, Map<String, String> files) {
      this.root = root;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
      return folder.equals(root) || isPolicy(folder)
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
      if (is.isRegularFile() && isPolicy(file)) {
        files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isPolicy(Path path) {
      String name = path.getFileName().toString();
      return !name.startsWith(".") && !name.endsWith("~");
    }
  }
}
