package io.tocsin.allinone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The wall clock of {@code up} and of its broker is set while they run: decision 5. */
@ExtendWith(NeedsFaketime.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("long")
class WallClockIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(4);
  private static final Pattern STEP = Pattern.compile("the wall clock was set by (-?\\d+) s");
  private static final Path OFFSET = Path.of("target", "e2e", "wall-clock").toAbsolutePath();

  @RegisterExtension
  static final TocsinRuns RUNS =
      TocsinRuns.after(
          () -> {
            set("+0");
            return RunningTocsin.prepared("wall-clock", faketime());
          });

  private final Outside outside = RUNS.tocsin().outside();

  @Test
  @Order(1)
  void setAnHourBackRungsAreCalledOnceAtTheirTimeAndAlertsPage() throws IOException {
    aRungIsCalledOnceAtItsTimeWhen(() -> seen("-3600", Duration.ofHours(-1)));
  }

  @Test
  @Order(2)
  void setFromAnHourBehindToAnHourAheadRungsAreCalledOnceAtTheirTimeAndAlertsPage()
      throws IOException {
    aRungIsCalledOnceAtItsTimeWhen(() -> seen("+3600", Duration.ofHours(2)));
  }

  @Test
  @Order(3)
  void setADayAheadAndBackWhileAllIsMadeAnewRungsAreCalledOnceAtTheirTimeAndAlertsPage()
      throws IOException {
    aRungIsCalledOnceAtItsTimeWhen(
        () -> {
          seen("+90000", Duration.ofDays(1));
          seen("+3600", Duration.ofDays(-1));
        });
  }

  private void aRungIsCalledOnceAtItsTimeWhen(Setting setting) throws IOException {
    DatadogAlert before = DatadogAlert.rxOutage();
    long sent = System.nanoTime();
    assertThat(outside.sendDatadog(before.triggered()).join().statusCode()).isEqualTo(202);
    await().atMost(SOON).until(() -> outside.pages(before).size() == 1);
    setting.happen();

    await().atMost(SOON.multipliedBy(2)).until(() -> outside.pages(before).size() > 1);
    assertThat(Duration.ofNanos(System.nanoTime() - sent))
        .as("not before its time")
        .isGreaterThanOrEqualTo(ShortPolicies.RX_P1_SECOND_RUNG);
    pagesAfterTheStep();
    await().during(QUIET).atMost(SOON).until(() -> outside.pages(before).size() == 2);
  }

  /** The clock is set, and the process has told so. */
  private static void seen(String offset, Duration step) throws IOException {
    set(offset);
    await("the step is seen").atMost(SOON).until(() -> isAbout(step, lastStep()));
  }

  private void pagesAfterTheStep() {
    DatadogAlert after = DatadogAlert.hpOutage();
    await()
        .atMost(SOON)
        .until(() -> outside.sendDatadog(after.triggered()).join().statusCode() == 202);
    await().atMost(SOON).until(() -> outside.pages(after).size() == 1);
  }

  private static boolean isAbout(Duration wanted, Optional<Duration> seen) {
    return seen.filter(step -> step.minus(wanted).abs().toSeconds() < 3).isPresent();
  }

  /** The last step of its wall clock that the running process told. */
  private static Optional<Duration> lastStep() throws IOException {
    return STEP.matcher(RUNS.tocsin().said())
        .results()
        .map(told -> Duration.ofSeconds(Long.parseLong(told.group(1))))
        .reduce((earlier, later) -> later);
  }

  /** Sets the wall clock of whoever was started with {@link #faketime}, within a second. */
  private static void set(String offset) throws IOException {
    Files.createDirectories(OFFSET.getParent());
    Path fresh = OFFSET.resolveSibling("wall-clock.new");
    Files.writeString(fresh, offset + "\n");
    Files.move(fresh, OFFSET, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Without the last setting every timed wait of a JVM spins: the fix is for an older glibc. */
  private static Map<String, String> faketime() {
    return Map.of(
        "LD_PRELOAD", NeedsFaketime.library().orElseThrow().toString(),
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        "FAKETIME_CACHE_DURATION", "1",
        "FAKETIME_TIMESTAMP_FILE", OFFSET.toString(),
        "FAKETIME_FORCE_MONOTONIC_FIX", "0");
  }

  @FunctionalInterface
  private interface Setting {
    void happen() throws IOException;
  }
}
