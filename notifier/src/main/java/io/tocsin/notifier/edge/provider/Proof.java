package io.tocsin.notifier.edge.provider;

/**
 * Whether a provider knows our credentials, as far as it can be asked without telling anybody.
 *
 * @param text for a person, without secrets; where they are refused it says what to do
 */
public record Proof(Verdict verdict, String text) {

  /** What is known. */
  public enum Verdict {
    /** The provider knows them, or takes no question and nothing speaks against them. */
    HOLDS,
    /** They will be refused, or something of them is not set. */
    REFUSED,
    /** The provider did not answer. */
    UNKNOWN
  }

  public static Proof holds(String text) {
    return new Proof(Verdict.HOLDS, text);
  }

  public static Proof refused(String text) {
    return new Proof(Verdict.REFUSED, text);
  }

  public static Proof unknown(String text) {
    return new Proof(Verdict.UNKNOWN, text);
  }
}
