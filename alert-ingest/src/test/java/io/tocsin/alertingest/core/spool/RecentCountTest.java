package io.tocsin.alertingest.core.spool;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alertingest.support.Given;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentCountTest {
  private final RecentCount count = new RecentCount(Duration.ofMinutes(5));

  @Test
  void whatHappenedLatelyIsCountedByWho() {
    count.add("datadog-rx", 2, Given.NOW);
    count.add("datadog-rx", 1, Given.NOW.plusSeconds(60));
    count.add("sns-hp", 1, Given.NOW.plusSeconds(60));
    count.add("nobody", 0, Given.NOW);

    assertThat(count.by(Given.NOW.plusSeconds(60)))
        .containsOnly(entry("datadog-rx", 3), entry("sns-hp", 1));
  }

  @Test
  void whatHappenedLongAgoIsForgotten() {
    count.add("datadog-rx", 2, Given.NOW);

    assertThat(count.by(Given.NOW.plusSeconds(300))).hasSize(1);
    assertThat(count.by(Given.NOW.plusSeconds(301))).isEmpty();
  }
}
