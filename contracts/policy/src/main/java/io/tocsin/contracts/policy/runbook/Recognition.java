package io.tocsin.contracts.policy.runbook;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.policy.pattern.TextPattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Recognises a team's runbooks by their symptoms, each pattern compiled once. */
public final class Recognition {
  /** Of a team without runbooks. */
  public static final Recognition NONE = new Recognition(Runbooks.NONE);

  private final Runbooks runbooks;
  private final List<Known> known;

  public Recognition(Runbooks runbooks) {
    this.runbooks = runbooks;
    this.known = runbooks.runbooks().values().stream().map(Known::of).toList();
  }

  /** All of them, as they are written. */
  public Runbooks all() {
    return runbooks;
  }

  /** What to look at and what helps, in order; empty for one that nobody wrote. */
  public List<Step> steps(String id, Map<String, String> names) {
    Runbook runbook = runbooks.runbooks().get(id);
    return runbook == null
        ? List.of()
        : Stream.concat(runbook.checks().stream(), runbook.resolution().stream())
            .map(step -> step.filledIn(names))
            .toList();
  }

  /** The ids of those that {@code alert} of {@code service} may be about, as they are written. */
  public List<String> of(Alert alert, String service) {
    String text = alert.title() + "\n" + alert.description() + "\n" + alert.said();
    return known.stream()
        .filter(it -> it.services.isEmpty() || it.services.contains(service))
        .filter(it -> it.symptoms.stream().anyMatch(symptom -> symptom.isIn(text)))
        .map(Known::id)
        .toList();
  }

  private record Known(String id, Set<String> services, List<TextPattern> symptoms) {
    static Known of(Runbook runbook) {
      return new Known(
          runbook.id(),
          runbook.services(),
          runbook.symptoms().stream().map(TextPattern::of).toList());
    }
  }
}
