package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.Set;

/** The incident's ticket (RUN-04.3) and those of its action items (RUN-10.4). */
@Says("the ticket of an incident")
public record Ticket(
    @Says("the GitHub repository") @As(Form.REPOSITORY) String repository,
    @Says("labels besides the level") Set<String> labels,
    @Says("labels of the tickets of action items") Set<String> followUpLabels,
    @Says("the lowest level that gets one") @Default("P4") Severity downTo) {
  public Ticket {
    labels = Set.copyOf(labels);
    followUpLabels = Set.copyOf(followUpLabels);
  }
}
