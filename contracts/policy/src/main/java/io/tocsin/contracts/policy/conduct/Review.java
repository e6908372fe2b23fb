package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Least;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The review after an incident (RUN-10). */
@Says("the review after an incident")
public record Review(
    @Says("levels whose incidents are reviewed") @Least(1) Set<Severity> levels,
    @Says("how long after resolution it is held and shared at the latest")
        @Default("48h")
        @As(Form.WAIT)
        Duration within,
    @Says("who is invited besides the responders") List<Invitation> invite,
    @Says("what is discussed, by name") @Least(1) Map<String, Topic> topics,
    @Says("questions without whose answer it is not complete, by name")
        Map<String, Topic> questions) {
  public Review {
    levels = Set.copyOf(levels);
    invite = List.copyOf(invite);
  }

  /** People who are invited. */
  @Says("people who are invited")
  public record Invitation(
      @Says("an audience of this policy") @As(Form.NAME) String audience,
      @Says("levels for which they are invited; all when left out") Set<Severity> levels) {
    public Invitation {
      levels = Set.copyOf(levels);
    }
  }

  /** Something to be talked about or answered. */
  @Says("a topic")
  public record Topic(@Key String name, @Says("the question, as a person reads it") String text) {}
}
