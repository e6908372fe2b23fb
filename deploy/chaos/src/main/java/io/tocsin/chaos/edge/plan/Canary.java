package io.tocsin.chaos.edge.plan;

/** A word that monitors say and the public must never read. */
public final class Canary {
  private static final String WORD = "canary-7f3a91d4c2";

  private Canary() {}

  /** The word itself. */
  public static String word() {
    return WORD;
  }

  static String in(String name) {
    return "Seen by a health check of " + name + " near " + WORD;
  }
}
