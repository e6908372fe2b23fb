package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.Responders;
import java.util.Optional;
import java.util.function.Supplier;

/** What the policy, as it is now, lets somebody do to a team's incidents. */
final class Permits {
  private final Supplier<Policies> policies;

  Permits(Supplier<Policies> policies) {
    this.policies = policies;
  }

  /** Why {@code who} may not act for {@code team}, as they read it; empty where they may. */
  Optional<String> refusal(TeamCode team, SlackUser user, Optional<String> who) {
    if (who.isEmpty()) {
      return Optional.of(
          "Tocsin does not know you: no contact in its policy has your Slack account (%s). Ask for"
                  .formatted(user.id())
              + " it to be written into contacts.yaml of "
              + team
              + ".");
    }
    return policies.get().contact(team, who.get()).isPresent()
        ? Optional.empty()
        : Optional.of(
            "You are known as %s, who is no contact of team %s: ask one of its own."
                .formatted(who.get(), team));
  }

  /** The same for stopping the ladder: only its members and responders do (MED-react). */
  Optional<String> refusalToAcknowledge(TeamCode team, SlackUser user, Optional<String> who) {
    return refusal(team, user, who)
        .or(
            () ->
                Responders.of(policies.get(), team).contains(who.orElseThrow())
                    ? Optional.empty()
                    : Optional.of(
                        "You are neither on the ladder of team %s nor among its responders, so your"
                                .formatted(team)
                            + " acknowledgement would stop a page that nobody has. Write a comment"
                            + " instead."));
  }
}
