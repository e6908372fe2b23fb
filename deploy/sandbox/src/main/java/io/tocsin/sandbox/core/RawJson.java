package io.tocsin.sandbox.core;

/**
 * JSON that is kept as its text: thousands are held, few are looked into, and as maps they would
 * take ten times the memory.
 *
 * @param text strict JSON, without blanks
 */
public record RawJson(String text) {
  /** A list of nothing. */
  public static final RawJson NO_LIST = new RawJson("[]");

  /** An object of nothing. */
  public static final RawJson NO_OBJECT = new RawJson("{}");

  /** Whether nothing is in it. */
  public boolean isEmpty() {
    return equals(NO_LIST) || equals(NO_OBJECT);
  }
}
