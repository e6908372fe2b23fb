package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.policy.template.Piece.Sort;
import io.tocsin.contracts.policy.template.Piece.Tag;
import io.tocsin.contracts.policy.template.Piece.Words;
import java.util.List;
import java.util.Locale;

/**
 * In a file that writes its channel's own markup, a value stands between the marks, never inside
 * one: there the escaping of text would not hold.
 */
final class MarkupCheck {
  private static final List<String> CODE = List.of("<script", "<style");

  private MarkupCheck() {}

  static void check(List<Piece> pieces, Markup markup, TemplateFlaws flaws) {
    if (markup != Markup.HTML && markup != Markup.SLACK) {
      return;
    }
    boolean inside = false;
    for (Piece piece : pieces) {
      if (piece instanceof Words words) {
        inside = opens(words.text(), inside);
        refuseCode(words, flaws);
      } else if (piece instanceof Tag tag && inside && tag.sort() != Sort.COMMENT) {
        flaws.add(
            tag.at(),
            tag.source(),
            "a value may not stand inside < and >",
            "put it between the marks; a link is written as its variable alone");
      }
    }
  }

  private static boolean opens(String words, boolean before) {
    int opened = words.lastIndexOf('<');
    int closed = words.lastIndexOf('>');
    return opened == closed ? before : opened > closed;
  }

  private static void refuseCode(Words words, TemplateFlaws flaws) {
    for (String code : CODE) {
      int at = words.text().toLowerCase(Locale.ROOT).indexOf(code);
      if (at >= 0) {
        Place place = words.at().after(words.text().substring(0, at));
        flaws.add(place, code, "a message holds no code and no style sheet", "take it out");
      }
    }
  }
}
