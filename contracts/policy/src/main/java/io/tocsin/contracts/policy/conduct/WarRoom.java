package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Least;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When people are gathered in one place, and who (RUN-08.3a, RUN-08.3b, MHV-chat). */
@Says("the war room")
public record WarRoom(
    @Says("levels that get one") @Least(1) Set<Severity> levels,
    @Says("how long the incident is open before it is made; 0s for at once") @Default("30m")
        Duration after,
    @Says("the Slack channel's name; {date} becomes 20261122") @Default("incident-{date}")
        String channel,
    @Says("the video bridge") @As(Form.WEB_ADDRESS) @Nullable String bridge,
    @Says("roles of contacts.yaml that are invited besides the responders") @As(Form.NAME)
        List<String> invite,
    @Says("the roles that are assigned") Set<Role> roles) {
  public WarRoom {
    levels = Set.copyOf(levels);
    invite = List.copyOf(invite);
    roles = Set.copyOf(roles);
  }
}
