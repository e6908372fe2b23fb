package io.tocsin.chaos.core;

import java.util.Set;

/**
 * A word that was planted in a body, a key or a setting.
 *
 * @param name what it is, for the one who reads the verdict; the verdict never shows the word
 * @param word random and long enough to occur nowhere by chance
 * @param allowed where it may be seen
 */
public record Secret(String name, String word, Set<Place> allowed) {

  public Secret {
    allowed = Set.copyOf(allowed);
  }

  /** Where a word may turn up. */
  public enum Place {
    /** In a record of any topic. */
    TOPIC,
    /** In a body that reached a provider, its routing key left out. */
    PROVIDER,
    /** On the public page. */
    STATUS_PAGE,
    /** In a log file. */
    LOG,
    /** In an answer to somebody who asked. */
    ANSWER
  }

  @Override
  public String toString() {
    return "Secret[" + name + "]";
  }
}
