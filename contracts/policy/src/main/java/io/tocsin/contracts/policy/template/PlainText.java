package io.tocsin.contracts.policy.template;

/** Text that nothing interprets: mail, a text message, speech, PagerDuty, a subject line. */
final class PlainText implements Escaping {

  @Override
  public String literal(String words) {
    return words;
  }

  @Override
  public String value(String words) {
    return words.replace("\n", "\n  ");
  }

  @Override
  public String link(String words, String href) {
    return words.equals(href) ? href : words + " (" + href + ")";
  }
}
