package io.tocsin.allinone.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a night's timeline.
 *
 * @param label what it is, in a word
 * @param word what can expect it; null when nothing can
 * @param fields what it is compared by, the keys as an expectation writes them
 * @param text what happened
 * @param why the reason that was kept with it; may be empty
 * @param weight how it counts when nobody expected it
 */
public record Happening(
    Instant at,
    String label,
    @Nullable Class<? extends Wanted> word,
    Map<String, List<String>> fields,
    String text,
    String why,
    Weight weight) {

  public Happening {
    fields = Map.copyOf(fields);
  }

  /** How much a happening counts. */
  public enum Weight {
    /** A detail: on the timeline only where it matters. */
    ASIDE,
    /** To be read. */
    PLAIN,
    /** Fails a case that did not expect it: somebody is rung, somebody's wish is refused. */
    TELLS,
    /** Fails every case. */
    WRONG
  }

  /** The same when more has become known of it. */
  public Happening with(
      Map<String, List<String>> knownNow, String textNow, String whyNow, Weight weightNow) {
    return new Happening(at, label, word, knownNow, textNow, whyNow, weightNow);
  }
}
