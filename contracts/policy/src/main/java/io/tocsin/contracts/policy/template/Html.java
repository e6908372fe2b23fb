package io.tocsin.contracts.policy.template;

/** HTML as mail shows it, in the body and in quoted attributes. */
final class Html implements Escaping {
  private static final String LINE = "<br>";

  @Override
  public String literal(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String value(String words) {
    return literal(Untrusted.unlinked(words)).replace("\n", LINE + "&nbsp;&nbsp;");
  }

  @Override
  public String link(String words, String href) {
    return "<a href=\"%s\">%s</a>".formatted(literal(href), value(words));
  }

  @Override
  public String lines(String text) {
    return text.replace("\n", LINE + "\n");
  }
}
