package io.tocsin.escalationengine.edge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

/** What somebody waits for is committed soon, and a thread commits no more often than it must. */
class PromptCommitTest {
  private long nanos;
  private final PromptCommits turns = new PromptCommits(() -> nanos);
  private final MockProcessorContext<String, byte[]> context = new MockProcessorContext<>();
  private final PromptCommit commit = new PromptCommit(context, turns);

  @Test
  void aPageIsCommittedAtOnce() {
    commit.after(awaited());
    assertThat(askedFor(context)).isTrue();
    assertThat(waits(context)).isFalse();
  }

  @Test
  void whatNobodyWaitsForIsLeftToTheRegularCommit() {
    Writes disposition = new Writes();
    disposition.add(() -> {});
    commit.after(disposition);
    assertThat(askedFor(context)).isFalse();
    assertThat(waits(context)).isFalse();
  }

  @Test
  void aSecondPageIsCommittedAtTheNextTurnAndOnce() {
    commit.after(awaited());
    askedFor(context);
    pass(10);
    commit.after(awaited());
    assertThat(askedFor(context)).as("10 ms after the first").isFalse();
    pass(14);
    tick(context);
    assertThat(askedFor(context)).as("24 ms after the first").isFalse();
    pass(1);
    tick(context);
    assertThat(askedFor(context)).as("25 ms after the first").isTrue();
    assertThat(waits(context)).isFalse();
  }

  @Test
  void aCommitOfAnotherTaskCoversWhatWaits() {
    MockProcessorContext<String, byte[]> other = new MockProcessorContext<>();
    commit.after(awaited());
    askedFor(context);
    pass(10);
    commit.after(awaited());
    pass(20);
    new PromptCommit(other, turns).after(awaited());
    assertThat(askedFor(other)).isTrue();
    pass(25);
    tick(context);
    assertThat(askedFor(context)).isFalse();
    assertThat(waits(context)).isFalse();
  }

  @Test
  void aCommitOfAnotherTaskDoesNotCoverWhatIsWrittenAfterIt() {
    MockProcessorContext<String, byte[]> other = new MockProcessorContext<>();
    new PromptCommit(other, turns).after(awaited());
    pass(10);
    commit.after(awaited());
    pass(15);
    tick(context);
    assertThat(askedFor(context)).isTrue();
  }

  @Test
  void aRegularCommitCoversWhatWaits() {
    commit.after(awaited());
    askedFor(context);
    pass(10);
    commit.after(awaited());
    turns.took(Duration.ofMillis(5));
    pass(25);
    tick(context);
    assertThat(askedFor(context)).isFalse();
    assertThat(waits(context)).isFalse();
  }

  @Test
  void aThreadDecidesForTwiceAsLongAsItsLastCommitTook() {
    commit.after(awaited());
    askedFor(context);
    pass(60);
    turns.took(Duration.ofMillis(40));
    pass(79);
    commit.after(awaited());
    assertThat(askedFor(context)).as("79 ms after a commit of 40 ms").isFalse();
    pass(1);
    tick(context);
    assertThat(askedFor(context)).as("80 ms after it").isTrue();
  }

  @Test
  void aCommitThatTookLittleIsFollowedAfter25MillisecondsAndALongOneAfter100() {
    turns.took(Duration.ofMillis(3));
    pass(24);
    commit.after(awaited());
    assertThat(askedFor(context)).isFalse();
    pass(1);
    tick(context);
    assertThat(askedFor(context)).isTrue();
    turns.took(Duration.ofSeconds(8));
    pass(100);
    commit.after(awaited());
    assertThat(askedFor(context)).isTrue();
  }

  @Test
  void anotherThreadHasTurnsOfItsOwn() throws InterruptedException {
    MockProcessorContext<String, byte[]> other = new MockProcessorContext<>();
    commit.after(awaited());
    Thread thread = new Thread(() -> new PromptCommit(other, turns).after(awaited()));
    thread.start();
    thread.join();
    assertThat(askedFor(other)).isTrue();
  }

  @Test
  void aTaskThatIsClosedWaitsNoLonger() {
    commit.after(awaited());
    commit.after(awaited());
    assertThat(waits(context)).isTrue();
    commit.close();
    assertThat(waits(context)).isFalse();
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

  private static boolean waits(MockProcessorContext<String, byte[]> task) {
    return task.scheduledPunctuators().stream().anyMatch(scheduled -> !scheduled.cancelled());
  }

  private static void tick(MockProcessorContext<String, byte[]> task) {
    task.scheduledPunctuators().stream()
        .filter(scheduled -> !scheduled.cancelled())
        .toList()
        .forEach(scheduled -> scheduled.getPunctuator().punctuate(0));
  }

  private void pass(long millis) {
    nanos += Duration.ofMillis(millis).toNanos();
  }
}
