package io.tocsin.escalationengine.edge.http;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Whose an incident is that somebody declares (RUN-03.3): the service's owner's, or as said. */
final class Declarations {
  private final Supplier<Policies> policies;

  Declarations(Supplier<Policies> policies) {
    this.policies = policies;
  }

  CommandAction action(CommandBody body) {
    return new CommandAction.Declare(
        body.title(),
        body.name("service").orElse(null),
        body.name("environment").orElse(Alert.PRODUCTION),
        body.severity().orElse(null));
  }

  /** The service's owner; a team that is said must be the same, and is needed where none is. */
  TeamCode team(CommandBody body) {
    Policies current = policies.get();
    Optional<TeamCode> said = body.name("team").map(code -> known(current, code));
    Optional<String> service = body.name("service");
    Optional<TeamCode> owner = service.flatMap(current::ownerOf).map(TeamPolicy::code);
    if (owner.isPresent() && said.isPresent() && !owner.equals(said)) {
      throw ApiProblem.badRequest(
          "'%s' belongs to team %s, not to %s; leave 'team' out"
              .formatted(service.orElse(""), owner.get(), said.get()));
    }
    return owner
        .or(() -> said)
        .orElseThrow(
            () ->
                ApiProblem.badRequest(
                    service
                            .map(name -> "no catalog knows '" + name + "', so ")
                            .orElse("without a service ")
                        + "'team' is needed; there are "
                        + codes(current)));
  }

  private static TeamCode known(Policies current, String code) {
    return current.teams().keySet().stream()
        .filter(team -> team.value().equals(code))
        .findAny()
        .orElseThrow(
            () ->
                ApiProblem.badRequest(
                    "'%s' is no team; there are %s".formatted(code, codes(current))));
  }

  private static String codes(Policies current) {
    return current.teams().keySet().stream()
        .sorted()
        .map(TeamCode::value)
        .collect(Collectors.joining(", "));
  }
}
