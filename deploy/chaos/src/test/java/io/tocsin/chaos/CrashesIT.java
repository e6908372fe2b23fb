package io.tocsin.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.chaos.edge.crash.CrashSeries;
import io.tocsin.chaos.edge.crash.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** One death of the notifier with sends of every channel in flight; {@link Crashes} plays many. */
@Tag("RUN-04.1a")
@Tag("long")
class CrashesIT {
  private static final Path POLICIES = Path.of("..", "policies");
  private static final int SENDS = 20;

  @Test
  @DisabledIfSystemProperty(named = "chaos.full", matches = "true")
  void whatProvidersTookWhenTheNotifierDiedIsSentAgainByNoChannelThatCanAsk() throws IOException {
    Path output = Files.createDirectories(Path.of("target", "crashes"));
    CrashSeries series =
        new CrashSeries(POLICIES, Files.createTempDirectory(output, "check-"), SENDS, 1);

    boolean holds =
        series.play(CrashSeries.CHANNELS, List.of(Moment.AFTER_SEND), System.out::println);

    assertThat(holds).as(series.markdown()).isTrue();
    assertThat(series.markdown())
        .as("the notifier died with all of them taken and unanswered")
        .contains("| slack | after send | 1 | 20 | 20 | 20 |");
  }
}
