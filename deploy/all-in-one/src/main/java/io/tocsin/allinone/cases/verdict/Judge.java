package io.tocsin.allinone.cases.verdict;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.Expectation;
import io.tocsin.allinone.cases.Happening;
import io.tocsin.allinone.cases.Happening.Weight;
import io.tocsin.allinone.cases.Night;
import io.tocsin.allinone.cases.Wanted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a night with its case. Each expectation needs a happening of its own, and each page and
 * each refusal needs an expectation: so silence is shown and not assumed.
 */
public final class Judge {
  private final Case played;
  private final Night night;
  private final Set<Happening> expected = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Expectation> missing = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();

  private Judge(Case played, Night night) {
    this.played = played;
    this.night = night;
  }

  public static Verdict judge(Case played, Night night) {
    Judge judge = new Judge(played, night);
    played.expected().stream()
        .sorted(
            Comparator.comparing(Expectation::to)
                .thenComparing(Expectation::from, Comparator.reverseOrder())
                .thenComparing(it -> it.place().line()))
        .forEach(judge::hold);
    judge.missing.forEach(judge::elsewhere);
    judge.others();
    judge.differences.sort(Comparator.comparing(Difference::at));
    Shift shift = Shift.of(played, judge.differences);
    return shift == null
        ? new Verdict(played, night, judge.differences, null)
        : new Verdict(played, night, shift.told(judge.differences), shift);
  }

  private void hold(Expectation expectation) {
    if (expectation.word() == Wanted.Silence.class) {
      silence(expectation);
    } else if (expectation.word() == Wanted.Standing.class) {
      state(expectation);
    } else {
      happening(expectation);
    }
  }

  private void happening(Expectation expectation) {
    Optional<Happening> found =
        night.happenings().stream()
            .filter(it -> !expected.contains(it))
            .filter(it -> isWithin(expectation, it) && Match.of(expectation, it))
            .findFirst();
    found.ifPresentOrElse(expected::add, () -> missing.add(expectation));
  }

  /** What did not come in its time may have come at another, for which nothing else accounts. */
  private void elsewhere(Expectation expectation) {
    Optional<Happening> found =
        Nearest.elsewhere(night, expected, expectation)
            .filter(it -> !it.at().isAfter(played.until()) && !isSaidInTheEnd(expectation));
    if (found.isPresent()) {
      expected.add(found.get());
      differences.add(Difference.shifted(expectation, found.get()));
    } else {
      differences.add(
          Difference.missing(
              expectation.from(), expectation, Nearest.text(played, night, expected, expectation)));
    }
  }

  /** A case may speak of more than it lets happen. */
  private boolean isSaidInTheEnd(Expectation expectation) {
    return expectation.isToCome() || expectation.from().isAfter(played.until());
  }

  private void silence(Expectation expectation) {
    night.happenings().stream()
        .filter(it -> it.word() == Wanted.Page.class && it.weight() == Weight.TELLS)
        .filter(it -> isWithin(expectation, it))
        .forEach(
            it -> {
              expected.add(it);
              differences.add(
                  Difference.wrong(
                      it, expectation, "silence was expected, " + expectation.place().brief()));
            });
  }

  private void state(Expectation expectation) {
    Standings standings = new Standings(played, night);
    if (!standings.meet(expectation)) {
      differences.add(
          Difference.missing(
              expectation.to().isAfter(played.until()) ? played.until() : expectation.from(),
              expectation,
              standings.text(expectation)));
    }
  }

  private void others() {
    for (Happening it : night.happenings()) {
      boolean counts = it.weight() == Weight.TELLS && !played.othersAllowed();
      boolean late = it.at().isAfter(played.until());
      if (it.weight() == Weight.WRONG) {
        differences.add(Difference.wrong(it, null, "this cannot be"));
      } else if (counts && !late && !expected.contains(it)) {
        differences.add(Difference.wrong(it, null, "nobody expected this"));
      }
    }
  }

  private static boolean isWithin(Expectation expectation, Happening happening) {
    return !happening.at().isBefore(expectation.from())
        && !happening.at().isAfter(expectation.to());
  }
}
