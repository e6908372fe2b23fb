package io.tocsin.contracts.policy.template;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * GitHub's Markdown. GitHub looks for mentions and references in the finished text, where a
 * backslash is gone: there a zero-width space keeps them apart, as its own robots do it.
 */
final class GitHubMarkdown implements Escaping {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]~|$]");
  private static final Pattern MARGIN = Pattern.compile("^\\s+");
  private static final Pattern BLOCK = Pattern.compile("^(\\s*)([-+=]|:(?=-))");
  private static final Pattern NUMBERED = Pattern.compile("^(\\s*\\d{1,9})([.)])");
  private static final Pattern CALL = Pattern.compile("[@#]|(?i:\\bGH-)(?=\\d)");
  private static final String GAP = "&#8203;";

  @Override
  public String literal(String words) {
    return words.lines().map(GitHubMarkdown::shown).collect(Collectors.joining("\n"))
        + (words.endsWith("\n") ? "\n" : "");
  }

  @Override
  public String value(String words) {
    return Untrusted.unlinked(words)
        .lines()
        .map(line -> MARGIN.matcher(line).replaceFirst(""))
        .map(GitHubMarkdown::escaped)
        .map(line -> CALL.matcher(line).replaceAll("$0" + GAP))
        .collect(Collectors.joining("\n  "));
  }

  @Override
  public String link(String words, String href) {
    return "[" + value(words) + "](<" + href.replace("&", "&amp;") + ">)";
  }

  private static String shown(String line) {
    return escaped(line).replace("#", "\\#");
  }

  private static String escaped(String line) {
    String inert = SPECIAL.matcher(line).replaceAll("\\\\$0");
    inert = inert.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    inert = BLOCK.matcher(inert).replaceFirst("$1\\\\$2");
    return NUMBERED.matcher(inert).replaceFirst("$1\\\\$2");
  }
}
