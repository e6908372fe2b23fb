package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.Duration;
import java.util.Set;

/** The first minutes (RUN-04.0) and what acknowledges (RUN-04.1b, MED-react). */
@Says("the first minutes of an incident, and what acknowledges it")
public record FirstResponse(
    @Says("how long the steps may take together") @Default("5m") @As(Form.WAIT) Duration within,
    @Says("what is reminded when it is missing") Set<Step> steps,
    @Says("levels that are assigned at once to the engineering contact of the service (RUN-04.4c)")
        Set<Severity> assign,
    @Says("Slack reactions of responders that acknowledge, without colons") @As(Form.NAME)
        Set<String> reactions,
    @Says("how long an acknowledgement holds without a sign of life; it rings again after it")
        @Default("1h")
        @As(Form.WAIT)
        Duration acknowledgementHolds) {
  public FirstResponse {
    steps = Set.copyOf(steps);
    assign = Set.copyOf(assign);
    reactions = Set.copyOf(reactions);
  }

  /** What has to be done first. */
  @Says("step of the first minutes")
  public enum Step {
    ACKNOWLEDGED,
    ASSESSED,
    TICKETED,
    TEAM_TOLD
  }
}
