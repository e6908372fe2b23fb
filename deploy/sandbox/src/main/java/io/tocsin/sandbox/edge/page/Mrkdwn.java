package io.tocsin.sandbox.edge.page;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's {@code mrkdwn} as Slack shows it. Only what this class writes is markup: what was said is
 * escaped, and links lead to pages and mail alone.
 */
final class Mrkdwn {
  private static final Pattern BLOCK = Pattern.compile("```(.+?)```", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern SPECIAL = Pattern.compile("<([^<>\\n]+)>");
  private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:).+");
  private static final Pattern EMOJI = Pattern.compile(":([a-z0-9_+-]+):");
  private static final Pattern QUOTE = Pattern.compile("(?m)^&gt; ?(.*)$\\n?");

  /** Stand for what was made markup already; taken out of what is said, so that none is forged. */
  private static final char OPEN = '\uE000';

  private static final char SHUT = '\uE001';
  private static final Pattern KEPT = Pattern.compile(OPEN + "(\\d+)" + SHUT);

  private static final Map<String, String> EMOJIS =
      Map.of(
          "eyes", "👀",
          "white_check_mark", "✅",
          "rotating_light", "🚨",
          "warning", "⚠️",
          "+1", "👍",
          "thumbsup", "👍",
          "fire", "🔥",
          "bell", "🔔");

  private final UnaryOperator<String> names;

  /**
   * @param names the name of a person or a channel by its id; the id where there is none
   */
  Mrkdwn(UnaryOperator<String> names) {
    this.names = names;
  }

  /** A character for an emoji's name; {@code :name:} where it has none here. */
  static String emoji(String name) {
    return EMOJIS.getOrDefault(name, ":" + name + ":");
  }

  String html(String text) {
    List<String> kept = new ArrayList<>();
    String rest = text.replace(String.valueOf(OPEN), "").replace(String.valueOf(SHUT), "");
    rest = keep(BLOCK, rest, kept, it -> "<pre>" + said(it.group(1)) + "</pre>");
    rest = keep(CODE, rest, kept, it -> "<code>" + said(it.group(1)) + "</code>");
    rest = keep(SPECIAL, rest, kept, it -> special(it.group(1)));
    rest = said(rest);
    rest = marked(rest, '*', "strong");
    rest = marked(rest, '_', "em");
    rest = marked(rest, '~', "del");
    rest = QUOTE.matcher(rest).replaceAll("<blockquote>$1</blockquote>");
    rest = EMOJI.matcher(rest).replaceAll(it -> Matcher.quoteReplacement(emoji(it.group(1))));
    while (KEPT.matcher(rest).find()) {
      rest =
          KEPT.matcher(rest)
              .replaceAll(it -> Matcher.quoteReplacement(kept.get(Integer.parseInt(it.group(1)))));
    }
    return rest;
  }

  private interface Making {
    String of(MatchResult found);
  }

  private static String keep(Pattern what, String text, List<String> kept, Making markup) {
    return what.matcher(text)
        .replaceAll(
            found -> {
              kept.add(markup.of(found));
              return "" + OPEN + (kept.size() - 1) + SHUT;
            });
  }

  private static String marked(String text, char mark, String tag) {
    String m = Pattern.quote(String.valueOf(mark));
    return text.replaceAll(
        "(?<![\\w"
            + mark
            + "])"
            + m
            + "(?=\\S)([^"
            + mark
            + "\\n]*?\\S)"
            + m
            + "(?![\\w"
            + mark
            + "])",
        "<" + tag + ">$1</" + tag + ">");
  }

  private String special(String inner) {
    String[] parts = inner.split("\\|", 2);
    String what = parts[0];
    String label = parts.length == 2 ? parts[1] : "";
    if (what.startsWith("@") || what.startsWith("#")) {
      String name = label.isEmpty() ? names.apply(what.substring(1)) : label;
      return tag(what.charAt(0) + name.replaceFirst("^[@#]", ""));
    }
    if (what.startsWith("!subteam^")) {
      return tag("@" + (label.isEmpty() ? what.substring(9) : label.replaceFirst("^@", "")));
    }
    if (what.startsWith("!date^")) {
      return said(label);
    }
    if (what.startsWith("!")) {
      return tag("@" + what.substring(1));
    }
    String words = label.isEmpty() ? what : label;
    return LINK.matcher(what).matches()
        ? "<a href=\"" + said(what) + "\" rel=\"noreferrer\">" + said(words) + "</a>"
        : said(words);
  }

  private static String tag(String name) {
    return "<span class=\"tag\">" + said(name) + "</span>";
  }

  /** As it was meant, escaped for a page. */
  private static String said(String text) {
    return htmlEscape(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
  }
}
