package io.tocsin.sandbox.edge.page;

import io.tocsin.sandbox.core.Heartbeats.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who has beaten: when last, and the beats before it. */
record HeartbeatPage(List<Heart> hearts) {

  /**
   * What is known under one name.
   *
   * @param ago how long ago the last beat was: {@code 12 s ago}
   * @param beats how many since {@code first}
   * @param latest the latest beats, the newest first
   */
  record Heart(
      String name, String ago, Moment last, Moment first, String beats, List<Beat> latest) {}

  /**
   * One beat.
   *
   * @param after how long after the one before, {@code after 8 s}; empty for the earliest that is
   *     remembered
   */
  record Beat(Moment at, String after) {}

  static HeartbeatPage of(List<Heartbeat> hearts, Instant now) {
    return new HeartbeatPage(hearts.stream().map(heart -> heart(heart, now)).toList());
  }

  private static Heart heart(Heartbeat heart, Instant now) {
    return new Heart(
        heart.name(),
        Age.of(heart.last(), now),
        Moment.of(heart.last()),
        Moment.of(heart.first()),
        heart.beats() == 1 ? "1 beat" : heart.beats() + " beats",
        latest(heart.latest()));
  }

  private static List<Beat> latest(List<Instant> inOrder) {
    List<Beat> newestFirst = new ArrayList<>();
    for (int i = inOrder.size() - 1; i >= 0; i--) {
      Instant at = inOrder.get(i);
      newestFirst.add(
          new Beat(
              Moment.of(at),
              i == 0 ? "" : "after " + Age.words(Duration.between(inOrder.get(i - 1), at))));
    }
    return newestFirst;
  }
}
