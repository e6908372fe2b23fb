package io.tocsin.allinone.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips with a line where there is no browser to read pages with. */
final class NeedsChromium implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (program("chromium").isPresent() && program("chromedriver").isPresent()) {
      return ConditionEvaluationResult.enabled("chromium is installed");
    }
    String why = "chromium is not installed (apt-get install chromium chromium-driver)";
    if (context.getTestMethod().isEmpty()) {
      System.err.println("skipped: " + context.getDisplayName() + ": " + why);
    }
    return ConditionEvaluationResult.disabled(why);
  }

  /** Where {@code name} is among the programs of this machine. */
  static Optional<Path> program(String name) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
