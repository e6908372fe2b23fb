package io.tocsin.contracts.policy.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a pattern for words of which one, in whatever case, must stand in a text in which it is
 * found: {@code (?i)\b(?:data|privacy)\s+breach} cannot do without {@code breach}. What this does
 * not understand it takes for a pattern that can do without any word.
 */
final class Landmarks {
  private static final int SHORTEST = 3;
  private static final Pattern COUNTED = Pattern.compile("\\{\\d+(?:,\\d*)?}");
  private static final Pattern GROUP = Pattern.compile("\\((?:\\?(?:[imsU-]*:|P?<\\w+>))?(?!\\?)");
  private static final Pattern FLAGS = Pattern.compile("\\(\\?[imsU-]+\\)");
  private static final Pattern CLASS =
      Pattern.compile("\\[\\^?]?(?:\\[:\\^?\\w+:]|\\\\.|[^\\]\\\\])*]");
  private static final Pattern ESCAPED =
      Pattern.compile("\\\\(?:[bBdDwWsSAzntrfva]|[!-/:-@\\[-`{-~ ])");
  private static final Pattern WORDLESS = Pattern.compile("[.^$]|[^ -~]");

  private final String pattern;
  private int at;

  private enum Times {
    ONCE,
    ONCE_OR_MORE,
    PERHAPS
  }

  private Landmarks(String pattern) {
    this.pattern = pattern;
  }

  /** Empty where no word is sure. */
  static List<String> of(String pattern) {
    Landmarks reading = new Landmarks(pattern);
    try {
      List<String> found = reading.alternatives();
      return reading.at == pattern.length() ? found : List.of();
    } catch (Unfamiliar e) {
      return List.of();
    }
  }

  private List<String> alternatives() {
    List<String> all = new ArrayList<>();
    boolean sure = true;
    do {
      List<String> one = sequence();
      sure &= !one.isEmpty();
      all.addAll(one);
    } while (isPast('|'));
    return sure ? all : List.of();
  }

  private List<String> sequence() {
    List<String> best = List.of();
    StringBuilder run = new StringBuilder();
    while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
      int before = at;
      List<String> within = part();
      boolean letter = at == before;
      if (letter) {
        at++;
      }
      Times times = times();
      if (letter && times != Times.PERHAPS) {
        run.append(pattern.charAt(before));
      }
      if (!letter || times != Times.ONCE) {
        best = better(best, List.of(run.toString()));
        best = times == Times.PERHAPS ? best : better(best, within);
        run.setLength(0);
      }
    }
    return better(best, List.of(run.toString()));
  }

  /**
   * Goes past whatever is no letter of a word; the words of which it needs one, if it is a group.
   */
  private List<String> part() {
    char first = pattern.charAt(at);
    if (isPast(FLAGS)) {
      // what is repeated then would be what stands before them
      require(at == pattern.length() || "*+?{".indexOf(pattern.charAt(at)) < 0);
      return List.of();
    }
    if (first == '(') {
      require(isPast(GROUP));
      List<String> within = alternatives();
      require(isPast(')'));
      return within;
    }
    if (first == '[') {
      require(isPast(CLASS));
    } else if (first == '\\') {
      require(isPast(ESCAPED));
    } else if (!isPast(WORDLESS)) {
      require("*+?".indexOf(first) < 0);
    }
    return List.of();
  }

  private Times times() {
    Times times = Times.ONCE;
    if (isPast('+')) {
      times = Times.ONCE_OR_MORE;
    } else if (isPast('*') || isPast('?') || isPast(COUNTED)) {
      times = Times.PERHAPS;
    }
    if (times != Times.ONCE) {
      isPast('?');
    }
    return times;
  }

  /** Of two that are both needed, the one whose shortest word is longer. */
  private static List<String> better(List<String> one, List<String> other) {
    int shortest = shortest(other);
    return shortest >= SHORTEST && shortest > shortest(one) ? other : one;
  }

  private static int shortest(List<String> words) {
    return words.stream().mapToInt(String::length).min().orElse(0);
  }

  private boolean isPast(char expected) {
    boolean there = at < pattern.length() && pattern.charAt(at) == expected;
    at += there ? 1 : 0;
    return there;
  }

  private boolean isPast(Pattern expected) {
    Matcher there = expected.matcher(pattern).region(at, pattern.length());
    boolean found = there.lookingAt();
    at = found ? there.end() : at;
    return found;
  }

  private static void require(boolean familiar) {
    if (!familiar) {
      throw new Unfamiliar();
    }
  }

  /** Something that this does not know. */
  private static final class Unfamiliar extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfamiliar() {
      super("unfamiliar", null, false, false);
    }
  }
}
