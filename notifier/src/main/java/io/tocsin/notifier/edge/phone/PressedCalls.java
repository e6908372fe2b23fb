package io.tocsin.notifier.edge.phone;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the latest calls have brought already: an answered call in which a key was pressed was
 * heard, and what Twilio repeats is said once. The engine keeps to both without it; it spares
 * needless lines.
 */
final class PressedCalls {
  private static final int KEPT = 5_000;

  private final Set<String> known =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > KEPT;
                }
              }));

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
