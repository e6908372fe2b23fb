package io.tocsin.contracts.policy.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The language that a channel shows, and that the words of a template file may be written in. */
enum Markup {
  /** Plain text: shown on every channel as it is written. */
  TEXT("txt", new PlainText()),
  /** GitHub's Markdown; on other channels it is shown as text, where there is no better file. */
  MARKDOWN("md", new GitHubMarkdown()),
  /** Slack's mrkdwn, for Slack alone. */
  SLACK("slack", new SlackMrkdwn()),
  /** HTML, for mail alone. */
  HTML("html", new Html());

  private final String extension;

  @SuppressWarnings("ImmutableEnumChecker") // none of them has state
  private final Escaping escaping;

  Markup(String extension, Escaping escaping) {
    this.extension = extension;
    this.escaping = escaping;
  }

  /** What the names of such files end with. */
  String extension() {
    return extension;
  }

  Escaping escaping() {
    return escaping;
  }

  /** The files that this markup may be made from, the best first. */
  List<Markup> sources() {
    return this == TEXT ? List.of(TEXT, MARKDOWN) : List.of(this, TEXT, MARKDOWN);
  }

  static Optional<Markup> ofExtension(String extension) {
    return Arrays.stream(values()).filter(markup -> markup.extension.equals(extension)).findAny();
  }

  static List<String> extensions() {
    return Arrays.stream(values()).map(markup -> "." + markup.extension).toList();
  }
}
