package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Poll;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Line;
import java.util.List;

/** the public page answers, also without Kafka, as long as its own process runs */
final class StatusPageAnswers implements Invariant {
  @Override
  public String name() {
    return "status-page-answers";
  }

  @Override
  public String meaning() {
    return "the public page answers, also without Kafka, as long as its own process runs";
  }

  /** The target under which the history names the page's process in its faults. */
  static final String PROCESS = "status-page";

  @Override
  public void check(Evidence evidence, Findings findings) {
    for (Poll poll : evidence.history().polls()) {
      if (poll.status() != 200 && !evidence.outages().isFelt(PROCESS, poll.at(), poll.until())) {
        findings.report(
            PROCESS,
            poll.status() == 0
                ? "it gave no answer at " + poll.at()
                : "it answered %d at %s".formatted(poll.status(), poll.at()),
            () -> List.of(new Line(poll.at(), "public", "asked for the page")));
      }
    }
  }
}
