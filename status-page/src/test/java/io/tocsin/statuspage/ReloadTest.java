package io.tocsin.statuspage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service alone, on a policy root of its own that somebody edits while it runs. */
class ReloadTest {
  private static final Path SHIPPED = Path.of("../deploy/policies");
  private static final Duration SOON = Duration.ofSeconds(15);

  @TempDir private Path policies;
  @TempDir private Path data;

  @Test
  void aTitleChangesWithItsFileAndABrokenFileIsToldAndChangesNothing() throws IOException {
    copy();
    Path catalog = policies.resolve("health-portal/services.yaml");
    try (RunningPage page = RunningPage.readingPolicies("127.0.0.1:1", data, policies)) {
      assertThat(page.get("/")).contains("Health portal API");

      Files.writeString(
          catalog, Files.readString(catalog).replace("Health portal API", "API of the portal"));
      await().atMost(SOON).until(() -> page.get("/").contains("API of the portal"));

      Files.writeString(catalog, "nonsense: true\n", StandardOpenOption.APPEND);
      await().atMost(SOON).until(() -> page.get("/actuator/health").contains("1 problem"));
      assertThat(page.get("/actuator/health/policy"))
          .contains("\"status\":\"UP\"", "health-portal/services.yaml:");
      assertThat(page.get("/actuator/prometheus"))
          .contains(
              "tocsin_policy_reload_refused 1.0",
              "tocsin_policy_reloads_total{outcome=\"taken\"} 1.0",
              "tocsin_policy_reloads_total{outcome=\"refused\"} 1.0",
              "tocsin_policy_loaded_seconds");
      assertThat(page.get("/actuator/health/readiness")).contains("\"status\":\"UP\"");
      assertThat(page.get("/")).contains("API of the portal");
    }
  }

  private void copy() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = policies.resolve(SHIPPED.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
