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
    judge.others();
    judge.differences.sort(Comparator.comparing(Difference::at));
    return new Verdict(played, night, judge.differences);
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
    if (found.isPresent()) {
      expected.add(found.get());
    } else {
      differences.add(
          new Difference(
              expectation.from(),
              expectation,
              null,
              Nearest.text(played, night, expected, expectation)));
    }
  }

  private void silence(Expectation expectation) {
    night.happenings().stream()
        .filter(it -> it.word() == Wanted.Page.class && it.weight() == Weight.TELLS)
        .filter(it -> isWithin(expectation, it))
        .forEach(
            it -> {
              expected.add(it);
              differences.add(
                  new Difference(
                      it.at(),
                      expectation,
                      it,
                      "silence was expected, " + expectation.place().brief()));
            });
  }

  private void state(Expectation expectation) {
    Standings standings = new Standings(played, night);
    if (!standings.meet(expectation)) {
      differences.add(
          new Difference(
              expectation.to().isAfter(played.until()) ? played.until() : expectation.from(),
              expectation,
              null,
              standings.text(expectation)));
    }
  }

  private void others() {
    for (Happening it : night.happenings()) {
      boolean counts = it.weight() == Weight.TELLS && !played.othersAllowed();
      boolean late = it.at().isAfter(played.until());
      if (it.weight() == Weight.WRONG) {
        differences.add(new Difference(it.at(), null, it, "this cannot be"));
      } else if (counts && !late && !expected.contains(it)) {
        differences.add(new Difference(it.at(), null, it, "nobody expected this"));
      }
    }
  }

  private static boolean isWithin(Expectation expectation, Happening happening) {
    return !happening.at().isBefore(expectation.from())
        && !happening.at().isAfter(expectation.to());
  }
}
