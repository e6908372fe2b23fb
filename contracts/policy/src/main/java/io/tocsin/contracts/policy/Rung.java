package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Least;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.Duration;
import java.util.List;

/**
 * One rung of a ladder (RUN-08.2).
 *
 * @param role the contact who is called
 * @param by the methods, tried in order: the next one at once when one fails
 * @param patience how long this rung has to acknowledge before the next is called (RUN-08.1f)
 * @param whenUnknown whether it is called for P1-unknown too
 */
@Says("a rung of the ladder")
public record Rung(
    @Key("call") @Says("a role of the contacts") @As(Form.NAME) String role,
    @Says("the methods, tried in order, as in 'by: [pagerduty]'") @Least(1) @As(Form.CALLING)
        List<Channel> by,
    @Key("wait") @Says("how long it has to acknowledge") Duration patience,
    @Says("whether it is called while a failed rule leaves the level unknown") @Default("true")
        boolean whenUnknown) {
  public Rung {
    by = List.copyOf(by);
  }
}
