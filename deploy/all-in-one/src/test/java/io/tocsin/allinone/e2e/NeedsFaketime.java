package io.tocsin.allinone.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips with a line where Debian's faketime is not installed; in CI it must be there. */
final class NeedsFaketime implements ExecutionCondition {
  private static final Path LIBRARIES = Path.of("/usr/lib");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (library().isPresent()) {
      return ConditionEvaluationResult.enabled("faketime is installed");
    }
    String why = "libfaketime.so.1 is not installed (apt-get install faketime)";
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      throw new IllegalStateException(why + ", and in CI it must be");
    }
    if (context.getTestMethod().isEmpty()) {
      System.err.println("skipped: " + context.getDisplayName() + ": " + why);
    }
    return ConditionEvaluationResult.disabled(why);
  }

  /** The library, whatever this machine's architecture. */
  static Optional<Path> library() {
    if (!Files.isDirectory(LIBRARIES)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(LIBRARIES)) {
      return folders
          .map(folder -> folder.resolve("faketime/libfaketime.so.1"))
          .filter(Files::exists)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
