package io.tocsin.notifier.edge.phone;

import io.tocsin.notifier.edge.provider.Latest;
import java.util.Set;

/**
 * What the latest calls have brought already: an answered call in which a key was pressed was
 * heard, and what Twilio repeats is said once. The engine keeps to both without it; it spares
 * needless lines.
 */
final class PressedCalls {
  private static final int KEPT = 5_000;

  private final Set<String> known = Latest.set(KEPT);

  /** Whether it is new. */
  boolean add(String call) {
    return known.add(call);
  }

  boolean contains(String call) {
    return known.contains(call);
  }

  /** It did not come to anything. */
  void remove(String call) {
    known.remove(call);
  }
}
