package io.tocsin.notifier.edge.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is remembered of the latest only: beyond its limit the eldest goes. */
public final class Latest<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;
  private final int limit;

  private Latest(int limit, boolean byUse) {
    super(64, 0.75f, byUse);
    this.limit = limit;
  }

  /** The latest entered. */
  public static <K, V> Latest<K, V> entered(int limit) {
    return new Latest<>(limit, false);
  }

  /** The latest used. */
  public static <K, V> Latest<K, V> used(int limit) {
    return new Latest<>(limit, true);
  }

  /** The latest entered, each once; safe for many threads. */
  public static <E> Set<E> set(int limit) {
    return Collections.synchronizedSet(
        Collections.newSetFromMap(Latest.<E, Boolean>entered(limit)));
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > limit;
  }
}
