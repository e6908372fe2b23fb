package io.tocsin.escalationengine.edge.kafka;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Asks for the commit of one task as soon as it may be, once somebody waits for what it wrote. */
final class PromptCommit {
  private final ProcessorContext<String, byte[]> context;
  private final PromptCommits turns;
  private boolean wanted;

  PromptCommit(ProcessorContext<String, byte[]> context, PromptCommits turns) {
    this.context = context;
    this.turns = turns;
  }

  void after(Writes writes) {
    wanted |= writes.areAwaited();
    ask();
  }

  /** Asks, if it is wanted and our turn. */
  void ask() {
    if (wanted && turns.take()) {
      wanted = false;
      context.commit();
    }
  }
}
