package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.policy.template.Piece.Sort;
import io.tocsin.contracts.policy.template.Piece.Tag;
import io.tocsin.contracts.policy.template.Piece.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes a template apart, so that every tag has its place. It takes a part of Mustache only: no
 * partials, no unescaped values, no other braces.
 */
final class Pieces {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*|-first|-last");
  private static final String FORMS =
      "write {{name}}, {{#name}}…{{/name}}, {{^name}}…{{/name}} or {{! a comment}}";
  private final List<Piece> pieces = new ArrayList<>();
  private final TemplateFlaws flaws;

  private Pieces(TemplateFlaws flaws) {
    this.flaws = flaws;
  }

  /** The pieces of {@code text}, which begins at {@code start}. */
  static List<Piece> of(String text, Place start, TemplateFlaws flaws) {
    Pieces scan = new Pieces(flaws);
    String rest = text;
    Place here = start;
    while (!rest.isEmpty()) {
      String taken = scan.next(rest, here);
      here = here.after(taken);
      rest = rest.substring(taken.length());
    }
    return List.copyOf(scan.pieces);
  }

  /** Takes one piece off the beginning of {@code rest}. */
  private String next(String rest, Place here) {
    int open = rest.indexOf(OPEN);
    if (open != 0) {
      return words(open < 0 ? rest : rest.substring(0, open), here);
    }
    int close = rest.indexOf(CLOSE, OPEN.length());
    int another = rest.indexOf(OPEN, OPEN.length());
    if (close < 0 || (another >= 0 && another < close)) {
      String upTo = another < 0 ? rest : rest.substring(0, another);
      flaws.add(here, firstLine(upTo), "this tag is not closed", "end it with }}");
      return upTo;
    }
    tag(rest.substring(0, close + CLOSE.length()), here);
    return rest.substring(0, close + CLOSE.length());
  }

  private String words(String text, Place here) {
    int stray = text.indexOf(CLOSE);
    if (stray >= 0) {
      Place at = here.after(text.substring(0, stray));
      flaws.add(at, CLOSE, "this closes a tag that was never opened", "begin the tag with {{");
    }
    pieces.add(new Words(text, here));
    return text;
  }

  private void tag(String source, Place here) {
    String inside = source.substring(OPEN.length(), source.length() - CLOSE.length()).strip();
    Optional<Sort> sort = sort(inside);
    if (sort.isEmpty()) {
      flaws.add(here, source, refusal(inside.charAt(0)), FORMS);
      return;
    }
    String name = sort.get() == Sort.VARIABLE ? inside : inside.substring(1).strip();
    if (sort.get() != Sort.COMMENT && !NAME.matcher(name).matches()) {
      flaws.add(here, source, "this names no variable", FORMS);
      return;
    }
    pieces.add(new Tag(sort.get(), name, here, source));
  }

  private static Optional<Sort> sort(String inside) {
    return switch (inside.isEmpty() ? ' ' : inside.charAt(0)) {
      case '#' -> Optional.of(Sort.SECTION);
      case '^' -> Optional.of(Sort.INVERTED);
      case '/' -> Optional.of(Sort.END);
      case '!' -> Optional.of(Sort.COMMENT);
      case '{', '&', '>', '<', '$', '=' -> Optional.empty();
      default -> Optional.of(Sort.VARIABLE);
    };
  }

  private static String refusal(char sign) {
    return switch (sign) {
      case '>', '<', '$' -> "a template takes in no other file";
      case '=' -> "the braces cannot be changed";
      default -> "a value cannot be shown without being made safe for its channel";
    };
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
