package io.tocsin.escalationengine.edge.kafka;

import java.util.ArrayList;
import java.util.List;

/**
 * What one step will put and forward, gathered while it may still fail: nothing is written before
 * everything has been decided, folded and serialised.
 */
final class Writes {
  private final List<Runnable> writes = new ArrayList<>();
  private boolean awaited;

  void add(Runnable write) {
    writes.add(write);
  }

  /** The same, for what people or providers wait for. */
  void addAwaited(Runnable write) {
    writes.add(write);
    awaited = true;
  }

  boolean areAwaited() {
    return awaited;
  }

  void run() {
    writes.forEach(Runnable::run);
  }
}
