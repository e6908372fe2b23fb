package io.tocsin.contracts.policy.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerDistance;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What was probably meant. */
public final class Nearest {
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  /** Decides between two that are as far: letters that changed places are the commoner slip. */
  private static final JaroWinklerDistance LIKENESS = new JaroWinklerDistance();

  private Nearest() {}

  /** The one of {@code known} that {@code written} resembles; empty when none is near enough. */
  public static Optional<String> of(String written, Collection<String> known) {
    int far = Math.max(written.length() < 3 ? 1 : 2, written.length() / 3);
    return known.stream()
        .filter(name -> distance(written, name) <= far)
        .min(
            Comparator.<String>comparingInt(name -> distance(written, name))
                .thenComparingDouble(name -> LIKENESS.apply(written, name))
                .thenComparing(it -> it));
  }

  /** A remedy that says so: {@code did you mean 'title'? There are title, groups and links}. */
  public static String remedy(String written, Collection<String> known) {
    return of(written, known).map("did you mean '%s'? "::formatted).orElse("")
        + "use "
        + Kind.oneOf(known);
  }

  private static int distance(String written, String name) {
    return DISTANCE.apply(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
  }
}
