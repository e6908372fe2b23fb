package io.tocsin.contracts.policy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeWordsTest {
  private static final Instant MOMENT = Instant.parse("2026-11-22T12:19:00Z");
  private static final int SPEAKERS = 16;

  /** A text that is worded anew after a crash must be the same text, or it is sent again. */
  @Test
  void aMomentThatManySayForTheFirstTimeAtOnceIsSaidTheSameByAll() throws Exception {
    ExecutorService speakers = Executors.newFixedThreadPool(SPEAKERS);
    try {
      for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
        Callable<String> speaks = () -> TimeWords.moment(MOMENT, ZoneId.of(zone));
        List<Callable<String>> all =
            IntStream.range(0, SPEAKERS).mapToObj(number -> speaks).toList();
        assertThat(speakers.invokeAll(all).stream().flatMap(TimeWordsTest::said).distinct())
            .as(zone)
            .hasSize(1);
      }
    } finally {
      speakers.shutdownNow();
    }
  }

  private static Stream<String> said(Future<String> speaker) {
    try {
      return Stream.of(speaker.get());
    } catch (Exception e) {
      throw new AssertionError("a moment could not be said", e);
    }
  }
}
