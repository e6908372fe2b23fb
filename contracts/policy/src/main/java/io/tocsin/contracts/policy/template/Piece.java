package io.tocsin.contracts.policy.template;

/** What a template consists of: words and tags. */
sealed interface Piece {

  /** What is shown as it stands. */
  record Words(String text, Place at) implements Piece {}

  /**
   * What stands in double braces.
   *
   * @param source the tag with its braces
   */
  record Tag(Sort sort, String name, Place at, String source) implements Piece {}

  /** What a tag does. */
  enum Sort {
    VARIABLE,
    SECTION,
    INVERTED,
    END,
    COMMENT
  }
}
