package io.tocsin.escalationengine.edge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody waits for is committed soon, and never more often than every 25 ms. */
class PromptCommitTest {
  private long nanos;
  private final PromptCommits turns = new PromptCommits(() -> nanos);
  private final MockProcessorContext<String, byte[]> context = new MockProcessorContext<>();
  private final PromptCommit commit = new PromptCommit(context, turns);

  @BeforeEach
  void nothingIsAskedForAtFirst() {
    commit.ask();
    assertThat(askedFor(context)).isFalse();
  }

  @Test
  void aPageIsCommittedAtOnce() {
    commit.after(awaited());
    assertThat(askedFor(context)).isTrue();
  }

  @Test
  void whatNobodyWaitsForIsLeftToTheRegularCommit() {
    Writes disposition = new Writes();
    disposition.add(() -> {});
    commit.after(disposition);
    pass(Duration.ofSeconds(1));
    commit.ask();
    assertThat(askedFor(context)).isFalse();
  }

  @Test
  void aSecondPageIsCommittedWithin25Milliseconds() {
    commit.after(awaited());
    askedFor(context);
    pass(Duration.ofMillis(10));
    commit.after(awaited());
    assertThat(askedFor(context)).as("10 ms later").isFalse();
    pass(Duration.ofMillis(15));
    commit.ask();
    assertThat(askedFor(context)).as("25 ms later").isTrue();
    pass(Duration.ofMillis(25));
    commit.ask();
    assertThat(askedFor(context)).as("50 ms later").isFalse();
  }

  @Test
  void allTasksTogetherHaveOneTurnIn25Milliseconds() {
    MockProcessorContext<String, byte[]> other = new MockProcessorContext<>();
    PromptCommit otherCommit = new PromptCommit(other, turns);
    commit.after(awaited());
    otherCommit.after(awaited());
    assertThat(askedFor(context)).isTrue();
    assertThat(askedFor(other)).isFalse();
    pass(PromptCommits.SOONEST);
    otherCommit.ask();
    assertThat(askedFor(other)).isTrue();
  }

  private static Writes awaited() {
    Writes writes = new Writes();
    writes.addAwaited(() -> {});
    return writes;
  }

  private static boolean askedFor(MockProcessorContext<String, byte[]> task) {
    boolean asked = task.committed();
    task.resetCommit();
    return asked;
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }
}
