package io.tocsin.sandbox.edge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.sandbox.Browser;
import io.tocsin.sandbox.RunningSandbox;
import io.tocsin.sandbox.core.Heartbeats;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The heartbeats: when last, how long ago, and the beats before. */
class HeartbeatPageTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  private final Heartbeats heartbeats = new Heartbeats();

  @Test
  void aHeartIsShownWithItsLastBeatAndHowLongAgoItWas() {
    heartbeats.beat("tocsin", START);
    heartbeats.beat("tocsin", START.plusSeconds(60));
    HeartbeatPage.Heart heart = page(START.plusSeconds(72)).hearts().get(0);
    assertThat(heart.name()).isEqualTo("tocsin");
    assertThat(heart.ago()).isEqualTo("12 s ago");
    assertThat(heart.last().text()).isEqualTo("2 Mar 2026, 10:01:00 UTC");
    assertThat(heart.beats()).isEqualTo("2 beats");
    assertThat(heart.latest())
        .extracting(HeartbeatPage.Beat::after)
        .containsExactly("after 1 min 0 s", "");
  }

  @Test
  void theLatestTwentyBeatsAreShownTheNewestFirst() {
    for (int i = 0; i < 50; i++) {
      heartbeats.beat("canary", START.plusSeconds(i));
    }
    HeartbeatPage.Heart heart = page(START.plusSeconds(60)).hearts().get(0);
    assertThat(heart.beats()).isEqualTo("50 beats");
    assertThat(heart.first().text()).isEqualTo("2 Mar 2026, 10:00:00 UTC");
    assertThat(heart.latest()).hasSize(20);
    assertThat(heart.latest().get(0).at()).isEqualTo(heart.last());
  }

  @ParameterizedTest
  @CsvSource({"0,0 s", "59,59 s", "60,1 min 0 s", "3599,59 min 59 s", "7800,2 h 10 min", "-5,0 s"})
  void agesAreSaidAsPeopleSayThem(long seconds, String words) {
    assertThat(Age.words(Duration.ofSeconds(seconds))).isEqualTo(words);
  }

  @Test
  void thePageAndTheOverviewShowThem(@TempDir Path directory) {
    try (RunningSandbox sandbox = new RunningSandbox(directory, Map.of())) {
      Browser browser = new Browser(sandbox.url());
      assertThat(browser.page("/beats")).contains("Nothing has beaten here yet.");
      assertThat(browser.page("/"))
          .contains("<a href=\"/beats\">Heartbeats</a> <span>none yet</span>");
      sandbox.client().post().uri("/heartbeat/canary").exchange().expectStatus().isOk();
      assertThat(browser.page("/beats"))
          .contains("<a href=\"/beats\" aria-current=\"page\">Heartbeats</a>")
          .contains("<h2>canary</h2>", " s ago</span>", "1 beat since");
      assertThat(browser.page("/")).contains("<span>the last ", " s ago</span>");
    }
  }

  private HeartbeatPage page(Instant now) {
    return HeartbeatPage.of(heartbeats.all(), now);
  }
}
