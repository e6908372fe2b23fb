package io.tocsin.contracts.runtime.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.runtime.alarm.SelfAlarm.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class BellTest {
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final Optional<Trouble> TROUBLE =
      Optional.of(new Trouble("lost", "Tocsin lost something", Map.of()));

  private final List<String> heard = new ArrayList<>();
  private final Ear ear = new Ear();
  private Instant now = Instant.parse("2026-09-21T15:00:00Z");

  @Test
  void itRingsAtOnceAndAgainEveryFiveMinutesWhileItLasts() {
    Bell bell = new Bell(ear, "lost", EVERY, null);

    look(bell, TROUBLE, Duration.ofMinutes(14));

    assertThat(heard).containsExactly("ring 15:00:00", "ring 15:05:00", "ring 15:10:00");
  }

  @Test
  void itSaysOnceThatItIsOver() {
    Bell bell = new Bell(ear, "lost", EVERY, null);
    look(bell, Optional.empty(), Duration.ofMinutes(1));
    look(bell, TROUBLE, Duration.ofMinutes(1));

    look(bell, Optional.empty(), Duration.ofMinutes(10));

    assertThat(heard).containsExactly("ring 15:01:00", "over lost 15:02:00");
    assertThat(bell.rang()).isEmpty();
  }

  @Test
  void whatReachedNobodyIsTriedAgainSoon() {
    Bell bell = new Bell(ear, "lost", EVERY, null);
    ear.deaf = true;
    look(bell, TROUBLE, Duration.ofSeconds(15));
    ear.deaf = false;

    look(bell, TROUBLE, Duration.ofMinutes(1));

    assertThat(heard).containsExactly("ring 15:00:20");
  }

  @Test
  void whatMayHaveRungAllTheSameIsSaidToBeOver() {
    Bell bell = new Bell(ear, "lost", EVERY, null);
    ear.late = true;
    look(bell, TROUBLE, Duration.ofSeconds(5));
    ear.late = false;

    look(bell, Optional.empty(), Duration.ofMinutes(1));

    assertThat(heard).containsExactly("ring 15:00:00", "over lost 15:00:10");
  }

  @Test
  void afterARestartItNeitherRingsEarlyNorForgetsToSayThatItIsOver() {
    Bell bell = new Bell(ear, "lost", EVERY, now.minus(Duration.ofMinutes(2)));
    look(bell, TROUBLE, Duration.ofMinutes(2));
    assertThat(heard).isEmpty();

    look(bell, Optional.empty(), Duration.ofSeconds(1));

    assertThat(heard).containsExactly("over lost 15:02:00");
  }

  private void look(Bell bell, Optional<Trouble> trouble, Duration howLong) {
    for (Instant end = now.plus(howLong); now.isBefore(end); now = now.plusSeconds(1)) {
      bell.look(trouble, now);
    }
  }

  private final class Ear implements SelfAlarm {
    private boolean deaf;

    /** It hears, and whoever called has gone by then. */
    private boolean late;

    @Override
    public void ring(Trouble trouble) throws AlarmFailed {
      hear("ring");
    }

    @Override
    public void clear(String name) throws AlarmFailed {
      hear("over " + name);
    }

    private void hear(String what) throws AlarmFailed {
      if (deaf) {
        throw new AlarmFailed("nobody is there", null);
      }
      heard.add(what + " " + now.toString().substring(11, 19));
      if (late) {
        throw new AlarmFailed("no answer", new TimeoutException());
      }
    }
  }
}
