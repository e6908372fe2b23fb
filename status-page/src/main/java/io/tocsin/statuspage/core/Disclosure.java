package io.tocsin.statuspage.core;

import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.severity.FactSource;
import io.tocsin.contracts.policy.severity.Question;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which incidents the public sees (RUN-07.2a). Public is an incident in production (MED-env), of a
 * public service, at a level that the team publishes, which is neither a false alarm nor of an
 * unknown level (then a person speaks first) nor restricted. All of it is read from the incident as
 * it is now, so a rebuild gives the same page.
 */
public final class Disclosure {
  /** Restricts whatever the policy calls it. */
  private static final String SECURITY = "security";

  private final Supplier<Policies> policies;
  private volatile Known known;

  /**
   * @param policies the current ones: what they make public or take back shows at once
   */
  public Disclosure(Supplier<Policies> policies) {
    this.policies = policies;
    this.known = Known.of(policies.get());
  }

  /** What the public knows by name. */
  public Components components() {
    return current().components();
  }

  /** What the public may know of {@code incident}; empty when that is nothing. */
  Optional<PublicIncident> of(Seen incident) {
    return isPublic(incident)
        ? Optional.of(
            new PublicIncident(
                incident.id(), incident.service(), incident.severity(), incident.phases()))
        : Optional.empty();
  }

  private Known current() {
    Policies now = policies.get();
    Known last = known;
    if (last.policies() != now) {
      last = Known.of(now);
      known = last;
    }
    return last;
  }

  private boolean isPublic(Seen incident) {
    Known now = current();
    return incident.production()
        && incident.established()
        && now.components().of(incident.service()).isPresent()
        && now.policies()
            .team(incident.id().team())
            .filter(team -> publishes(team, incident))
            .filter(team -> !isRestricted(team, incident))
            .isPresent();
  }

  private static boolean publishes(TeamPolicy team, Seen incident) {
    return team.statusPage().levels().contains(incident.severity());
  }

  /** A security or privacy incident: nothing of it is said before somebody approves it. */
  private static boolean isRestricted(TeamPolicy team, Seen incident) {
    return incident.facts().stream()
        .anyMatch(fact -> fact.equals(SECURITY) || answersSecurity(team, fact));
  }

  private static boolean answersSecurity(TeamPolicy team, String fact) {
    return Optional.ofNullable(team.severity().facts().get(fact))
        .map(FactSource::answers)
        .filter(Question.SECURITY::equals)
        .isPresent();
  }

  private record Known(Policies policies, Components components) {
    static Known of(Policies policies) {
      return new Known(policies, Components.of(policies));
    }
  }
}
