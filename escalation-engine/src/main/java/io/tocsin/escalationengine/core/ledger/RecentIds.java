package io.tocsin.escalationengine.core.ledger;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Ids that were settled lately, as 64-bit hashes: at least the last half of {@code capacity}, at
 * most all of it. Two generations; a full one takes the place of the elder.
 */
final class RecentIds {
  private static final int SMALLEST = 1 << 8;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final int generation;
  private long[] younger = new long[SMALLEST];
  private long[] elder = new long[SMALLEST];
  private int size;

  RecentIds(int capacity) {
    this.generation = Math.max(1, capacity / 2);
  }

  boolean contains(String id) {
    long hash = hash(id);
    return younger[place(younger, hash)] != 0 || elder[place(elder, hash)] != 0;
  }

  void add(String id) {
    add(hash(id));
  }

  /** Elder ones first, so that {@link #addAll} keeps their order of age. */
  long[] all() {
    return LongStream.concat(Arrays.stream(elder), Arrays.stream(younger))
        .filter(hash -> hash != 0)
        .toArray();
  }

  void addAll(long[] hashes) {
    for (long hash : hashes) {
      add(hash);
    }
  }

  private void add(long hash) {
    int place = place(younger, hash);
    if (younger[place] != 0) {
      return;
    }
    younger[place] = hash;
    size++;
    if (size >= generation) {
      elder = younger;
      younger = new long[SMALLEST];
      size = 0;
    } else if (size * 2 > younger.length) {
      younger = doubled(younger);
    }
  }

  private static long[] doubled(long[] table) {
    long[] larger = new long[table.length * 2];
    for (long hash : table) {
      if (hash != 0) {
        larger[place(larger, hash)] = hash;
      }
    }
    return larger;
  }

  /** Where {@code hash} is, or would be: tables have a power of two places and are half empty. */
  private static int place(long[] table, long hash) {
    int mask = table.length - 1;
    int place = Long.hashCode(hash * FNV_PRIME) & mask;
    while (table[place] != 0 && table[place] != hash) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private static long hash(String id) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    return hash == 0 ? 1 : hash;
  }
}
