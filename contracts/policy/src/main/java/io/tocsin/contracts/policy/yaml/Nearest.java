package io.tocsin.contracts.policy.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerDistance;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What was probably meant. */
public final class Nearest {
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  /** Decides between two that are as far: letters that changed places are the commoner slip. */
  private static final JaroWinklerDistance LIKENESS = new JaroWinklerDistance();

  /** More than these are not read by anybody. */
  private static final int MOST_LISTED = 40;

  private Nearest() {}

  /**
   * The one of {@code known} that {@code written} resembles, or begins ({@code resolution} for
   * {@code resolution-notice}); empty when none does, or several.
   */
  public static Optional<String> of(String written, Collection<String> known) {
    int far = Math.max(written.length() < 3 ? 1 : 2, written.length() / 3);
    Comparator<String> nearest =
        Comparator.<String>comparingInt(name -> distance(written, name))
            .thenComparingDouble(name -> LIKENESS.apply(written, name));
    List<String> near =
        known.stream().filter(name -> distance(written, name) <= far).sorted(nearest).toList();
    boolean several = near.size() > 1 && nearest.compare(near.get(0), near.get(1)) == 0;
    return several ? Optional.empty() : near.stream().findFirst().or(() -> begun(written, known));
  }

  private static Optional<String> begun(String written, Collection<String> known) {
    List<String> longer = known.stream().filter(name -> name.startsWith(written + "-")).toList();
    return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
  }

  /** A remedy that says so: {@code did you mean 'title'? There are title, groups and links}. */
  public static String remedy(String written, Collection<String> known) {
    return of(written, known).map("did you mean '%s'? "::formatted).orElse("")
        + (known.size() <= MOST_LISTED
            ? "use " + Kind.oneOf(known)
            : "there are %d, such as %s"
                .formatted(known.size(), String.join(", ", known.stream().limit(3).toList())));
  }

  private static int distance(String written, String name) {
    return DISTANCE.apply(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
  }
}
