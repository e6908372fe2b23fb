package io.tocsin.contracts.policy.severity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people write in conditions who know another language. A parser says of it only what it would
 * have taken.
 */
final class Slips {
  private static final Pattern LITERAL =
      Pattern.compile(
          "\\b[rR](?:\"[^\"\\n"
              + "]*\"|'[^'\\n"
              + "]*')|\"(?:\\\\.|[^\"\\\\\\n"
              + "])*\"|'(?:\\\\.|[^'\\\\\\n"
              + "])*'");
  private static final char TEXT = '\2';

  private static final List<Slip> SLIPS =
      List.of(
          new Slip("=~|~=", "'~' compares nothing", "write title.matches(\"…\")"),
          new Slip("(?<![=!<>~])=(?![=~])", "'=' compares nothing", "write == for 'is the same'"),
          new Slip("<>", "'<>' compares nothing", "write != for 'is not the same'"),
          new Slip("(?i)(?<![\\w.])and(?![\\w(.])", "'and' joins nothing", "write &&"),
          new Slip("(?i)(?<![\\w.])or(?![\\w(.])", "'or' joins nothing", "write ||"),
          new Slip("(?i)(?<![\\w.])not(?![\\w.])", "'not' denies nothing", "write !, as in !(…)"),
          new Slip("(?<!&)&(?!&)", "'&' joins nothing", "write &&"),
          new Slip("(?<!\\|)\\|(?!\\|)", "'|' joins nothing", "write ||"),
          new Slip(
              "(?<=\\d)\\s*%(?!\\s*[\\w(" + TEXT + "])",
              "'%' is no unit: it divides",
              "write the number alone; a fact is in the unit that 'facts' says"),
          new Slip(
              "(?<=[\\w)\\]]) +(?:contains|matches|startsWith|endsWith)(?= *" + TEXT + ")",
              "a function stands after a dot",
              "write it as in title.contains(\"…\")"),
          new Slip("[“”„‘’]", "a printed quote begins no text", "write \"…\" or '…'"),
          new Slip("[\"']", "the quote opened here is never closed", "close it"));

  private Slips() {}

  /** One of them; as a form it is where {@code pattern} is found outside of texts. */
  private record Slip(Pattern pattern, String message, String remedy) {
    Slip(String pattern, String message, String remedy) {
      this(Pattern.compile(pattern), message, remedy);
    }
  }

  /**
   * One that was found.
   *
   * @param end the first character after it
   */
  record Found(int start, int end, String message, String remedy) {
    boolean holds(int offset) {
      return start <= offset && offset < end;
    }
  }

  /** Those in {@code condition} that make it no condition at all. */
  static List<Found> in(String condition) {
    String bare = withoutTexts(condition);
    List<Found> found = new ArrayList<>();
    for (Slip slip : SLIPS) {
      Matcher matcher = slip.pattern.matcher(bare);
      while (matcher.find()) {
        int blank = matcher.group().length() - matcher.group().stripLeading().length();
        found.add(new Found(matcher.start() + blank, matcher.end(), slip.message, slip.remedy));
      }
    }
    brackets(bare, found);
    return found;
  }

  /** Names of facts that are written as in the file, where '-' would subtract. */
  static List<Found> names(String condition, Collection<FactSource> facts) {
    String bare = withoutTexts(condition);
    List<Found> found = new ArrayList<>();
    for (FactSource fact : facts) {
      String written = "fact." + fact.name();
      if (!written.equals(fact.variable())) {
        Matcher matcher =
            Pattern.compile("(?<![\\w.])" + Pattern.quote(written) + "(?![\\w-])").matcher(bare);
        matcher
            .results()
            .map(MatchResult.class::cast)
            .forEach(
                at ->
                    found.add(
                        new Found(
                            at.start(),
                            at.end(),
                            "'%s' is not how a condition writes this fact".formatted(written),
                            "write " + fact.variable())));
      }
    }
    return found;
  }

  private static void brackets(String bare, List<Found> found) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < bare.length(); i++) {
      char sign = bare.charAt(i);
      if (sign == '(' || sign == '[') {
        open.push(i);
      } else if (sign == ')' || sign == ']') {
        if (open.isEmpty()) {
          found.add(new Found(i, i + 1, "this closes what was never opened", "take it out"));
        } else {
          open.pop();
        }
      }
    }
    open.descendingIterator()
        .forEachRemaining(
            at ->
                found.add(
                    new Found(
                        at,
                        at + 1,
                        "the '%s' here is never closed".formatted(bare.charAt(at)),
                        "end it with " + (bare.charAt(at) == '(' ? ")" : "]"))));
  }

  /** The same, of the same length, so that what stands in texts is not taken for more. */
  private static String withoutTexts(String condition) {
    return LITERAL
        .matcher(condition)
        .replaceAll(text -> String.valueOf(TEXT).repeat(text.group().length()));
  }
}
