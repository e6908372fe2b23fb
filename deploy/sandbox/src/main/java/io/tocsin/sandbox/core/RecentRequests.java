package io.tocsin.sandbox.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.function.Predicate;

/** The newest requests, so many and so large as memory is set aside for. */
public final class RecentRequests {

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final int mostEntries;
  private final long mostBytes;
  private long bytes;

  /** A request, written as JSON once, for the file and for whoever asks. */
  public record Entry(Provider provider, boolean taken, byte[] json) {}

  /**
   * @param mostEntries how many requests are held
   * @param mostBytes how large they may be together, as JSON
   */
  public RecentRequests(int mostEntries, long mostBytes) {
    this.mostEntries = mostEntries;
    this.mostBytes = mostBytes;
  }

  /** Adds the newest request; the oldest make room. The newest is always held. */
  public void add(Entry entry) {
    entries.addLast(entry);
    bytes += entry.json().length;
    while (entries.size() > 1 && (entries.size() > mostEntries || bytes > mostBytes)) {
      bytes -= entries.removeFirst().json().length;
    }
  }

  /** The newest requests of that kind, at most so many, in order of arrival. */
  public List<Entry> newest(Predicate<Entry> kind, int limit) {
    LinkedList<Entry> found = new LinkedList<>();
    Iterator<Entry> each = entries.descendingIterator();
    while (each.hasNext() && found.size() < limit) {
      Entry entry = each.next();
      if (kind.test(entry)) {
        found.addFirst(entry);
      }
    }
    return found;
  }

  /** Forgets all requests. */
  public void clear() {
    entries.clear();
    bytes = 0;
  }
}
