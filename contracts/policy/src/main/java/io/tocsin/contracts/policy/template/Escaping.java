package io.tocsin.contracts.policy.template;

/** How a channel's markup shows what it must not obey. */
interface Escaping {

  /** The operator's own words, shown as they stand. */
  String literal(String words);

  /**
   * Words of anybody, clean and perhaps of several lines: no mention, link or markup in them works,
   * and none of their lines can pass for a line of the template.
   */
  String value(String words);

  /**
   * A link to a place that was found safe.
   *
   * @param words one line
   */
  String link(String words, String href);

  /** A person or group, told where the channel can. */
  default String mention(Mention mention) {
    return value(mention.name());
  }

  /** A text whose line ends are still plain ones. */
  default String lines(String text) {
    return text;
  }
}
