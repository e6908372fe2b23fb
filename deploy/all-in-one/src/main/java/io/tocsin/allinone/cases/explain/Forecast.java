package io.tocsin.allinone.cases.explain;

import io.tocsin.allinone.cases.Happening;
import io.tocsin.allinone.cases.Night;
import io.tocsin.allinone.cases.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people hear of an incident, and where its ladder passes somebody over, waits or ends.
 *
 * @param told in order
 * @param end of what was looked at
 * @param again when the ladder begins again after its end; null where it does not, or not in time
 */
public record Forecast(List<Happening> told, Instant end, @Nullable Instant again) {
  private static final String LADDER_ENDED = "ladder-ended";
  private static final Set<String> OF_THE_LADDER =
      Set.of("rung-passed", "ladder-deferred", LADDER_ENDED);
  private static final Set<Class<? extends Wanted>> TELLING =
      Set.of(
          Wanted.Page.class,
          Wanted.Message.class,
          Wanted.Reminder.class,
          Wanted.Ticket.class,
          Wanted.Question.class,
          Wanted.StandDown.class,
          Wanted.AllClear.class);

  public Forecast {
    told = List.copyOf(told);
  }

  /**
   * Of {@code night} until {@code until}.
   *
   * @param once only until the ladder has ended once
   */
  static Forecast of(Night night, Instant until, boolean once) {
    List<Happening> told = new ArrayList<>();
    Instant end = until;
    for (Happening it : night.happenings()) {
      if (it.at().isAfter(end)) {
        break;
      }
      if (isTold(it)) {
        told.add(it);
      }
      if (once && it.label().equals(LADDER_ENDED)) {
        end = it.at();
      }
    }
    return new Forecast(told, end, once ? again(night, end) : null);
  }

  private static boolean isTold(Happening it) {
    boolean told = it.word() != null && TELLING.contains(it.word());
    return (told && !isEdit(it)) || OF_THE_LADDER.contains(it.label());
  }

  /** What was said first is brought up to date: nobody hears of it. */
  private static boolean isEdit(Happening it) {
    return it.fields().getOrDefault("edits", List.of()).contains("true");
  }

  private static @Nullable Instant again(Night night, Instant end) {
    return night.happenings().stream()
        .filter(it -> it.label().equals("round-started") && it.at().isAfter(end))
        .map(Happening::at)
        .findFirst()
        .orElse(null);
  }
}
