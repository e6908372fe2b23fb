package io.tocsin.contracts.policy.template;

import java.util.regex.Pattern;

/**
 * Slack's mrkdwn. Escaping {@code & < >} makes every control sequence inert; what Slack finds in
 * plain text ({@code @here}, {@code #general}, an address) is broken as well, because the receiver
 * of the text may parse it. Backticks become apostrophes: a stray pair would swallow real mentions.
 */
final class SlackMrkdwn implements Escaping {
  private static final Pattern CALL = Pattern.compile("(?<!\\w)([@#])");
  private static final Pattern ID = Pattern.compile("[CGSUW][A-Z0-9]{2,20}");
  private static final String GAP = "\u200B";

  @Override
  public String literal(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String value(String words) {
    String inert = CALL.matcher(Untrusted.unlinked(words)).replaceAll("$1" + GAP);
    return literal(inert.replace('`', '\'')).replace("\n", "\n  ");
  }

  @Override
  public String link(String words, String href) {
    return "<" + href.replace("&", "&amp;") + "|" + value(words) + ">";
  }

  @Override
  public String mention(Mention mention) {
    String id = mention.slack();
    if (id == null || !ID.matcher(id).matches()) {
      return value(mention.name());
    }
    return switch (id.charAt(0)) {
      case 'S' -> "<!subteam^" + id + ">";
      case 'C', 'G' -> "<#" + id + ">";
      default -> "<@" + id + ">";
    };
  }
}
