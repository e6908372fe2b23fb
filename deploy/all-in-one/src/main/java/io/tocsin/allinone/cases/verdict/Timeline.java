package io.tocsin.allinone.cases.verdict;

import io.tocsin.allinone.cases.Happening;
import io.tocsin.allinone.cases.Happening.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A night's lines in order, with what did not come where it should have come. */
public final class Timeline {
  private final Verdict verdict;

  public Timeline(Verdict verdict) {
    this.verdict = verdict;
  }

  /**
   * One line.
   *
   * @param happening null when this is what did not happen
   * @param difference what is wrong with it; null when nothing is
   */
  public record Line(Instant at, @Nullable Happening happening, @Nullable Difference difference) {

    public String label() {
      return happening == null ? "expected" : happening.label();
    }

    public String text() {
      if (happening != null) {
        return happening.text();
      }
      return difference == null || difference.expected() == null
          ? ""
          : difference.expected().text();
    }
  }

  /** Details are left out, but for those that are wrong. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Happening it : verdict.night().happenings()) {
      Difference difference = of(it);
      boolean late = it.at().isAfter(verdict.played().until());
      if (!late && (it.weight() != Weight.ASIDE || difference != null)) {
        lines.add(new Line(it.at(), it, difference));
      }
    }
    verdict.differences().stream()
        .filter(difference -> difference.happened() == null)
        .forEach(missing -> lines.add(new Line(missing.at(), null, missing)));
    lines.sort(Comparator.comparing(Line::at));
    return lines;
  }

  @SuppressWarnings("ReferenceEquality") // two equal happenings are two lines
  private @Nullable Difference of(Happening happening) {
    return verdict.differences().stream()
        .filter(difference -> difference.happened() == happening)
        .findFirst()
        .orElse(null);
  }
}
