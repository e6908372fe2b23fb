package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.PageKey;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.chaos.core.evidence.Words;
import io.tocsin.contracts.events.IncidentEvent;
import java.time.Instant;

/** no page that was caused before an acknowledgement, a recovery or an end starts after it */
final class NoPageAfterAcknowledgement implements Invariant {
  @Override
  public String name() {
    return "no-page-after-acknowledgement";
  }

  @Override
  public String meaning() {
    return "no page that was caused before an acknowledgement, a recovery or an end starts after"
        + " it";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    evidence
        .pages()
        .forEach(
            (page, asked) ->
                evidence
                    .life(page.incident())
                    .flatMap(life -> life.quietedAfter(asked.revision()))
                    .ifPresent(quiet -> check(evidence, findings, page, quiet.event())));
  }

  private static void check(
      Evidence evidence, Findings findings, PageKey page, IncidentEvent quiet) {
    Instant latest =
        evidence
            .outages()
            .deadline(quiet.at(), evidence.limits().inFlight())
            .plus(evidence.limits().skew());
    evidence
        .rung(page)
        .filter(at -> at.isAfter(latest))
        .filter(at -> !evidence.outages().clockJumped(quiet.at(), at))
        .findFirst()
        .ifPresent(
            at ->
                findings.report(
                    page,
                    "it was sent at %s, and event %d (%s) had made it unwanted at %s"
                        .formatted(
                            at,
                            quiet.sequence(),
                            Words.spoken(quiet.change().getClass().getSimpleName()),
                            quiet.at()),
                    () -> new Stories(evidence).page(page)));
  }
}
