package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Page;

/** How pages of one incident stand to each other. */
final class Pages {
  private Pages() {}

  /** Whether {@code newer}, once accepted, makes {@code older} superfluous for its recipient. */
  static boolean isReplacedBy(Page older, Page newer) {
    return older.n() < newer.n()
        && older.channel() == newer.channel()
        && older.recipient().equals(newer.recipient());
  }
}
