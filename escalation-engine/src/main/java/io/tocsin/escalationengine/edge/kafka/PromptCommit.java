package io.tocsin.escalationengine.edge.kafka;

import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the commit of what a task wrote and somebody waits for: at once, or when it is the
 * thread's turn, unless another task's commit has covered it by then.
 */
final class PromptCommit {
  private final ProcessorContext<String, byte[]> context;
  private final PromptCommits turns;
  private @Nullable Cancellable waiting;
  private long coveredBefore;

  PromptCommit(ProcessorContext<String, byte[]> context, PromptCommits turns) {
    this.context = context;
    this.turns = turns;
  }

  void after(Writes writes) {
    if (!writes.areAwaited() || asked()) {
      return;
    }
    coveredBefore = turns.covered();
    if (waiting == null) {
      waiting =
          context.schedule(
              PromptCommits.SOONEST, PunctuationType.WALL_CLOCK_TIME, wallClock -> again());
    }
  }

  private void again() {
    if (turns.covered() > coveredBefore) {
      close();
    } else {
      asked();
    }
  }

  private boolean asked() {
    if (!turns.take()) {
      return false;
    }
    context.commit();
    close();
    return true;
  }

  /** Waits no longer. */
  void close() {
    if (waiting != null) {
      waiting.cancel();
      waiting = null;
    }
  }
}
