package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.notifier.core.Standing;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What people are told of their key or text: what the engine decided, and never more. An incident
 * that somebody has stays theirs (RUN-04.1a).
 */
final class Verdicts {
  private final Function<IncidentId, Optional<Standing>> standings;
  private final Supplier<Policies> policies;

  Verdicts(Function<IncidentId, Optional<Standing>> standings, Supplier<Policies> policies) {
    this.standings = standings;
    this.policies = policies;
  }

  /**
   * The words.
   *
   * @param decided empty where the engine was silent
   */
  String words(IncidentCommand command, Optional<IncidentEvent> decided) {
    IncidentId incident =
        Objects.requireNonNull(command.incident(), "people answer for an incident");
    boolean next = command.action() instanceof CommandAction.Escalate;
    return "Thank you. "
        + decided
            .map(event -> decision(event, incident, command.by().id(), next))
            .orElseGet(() -> unknown(incident, next));
  }

  private String decision(IncidentEvent event, IncidentId incident, String who, boolean next) {
    IncidentChange change = event.change();
    if (change instanceof IncidentChange.CommandRefused) {
      return (next ? "Nobody else is called: " : incident + " is not yours: ")
          + why(event, incident)
          + "."
          + holder(incident, who);
    }
    if (change instanceof IncidentChange.Acknowledged acknowledged) {
      String owner = acknowledged.owner().id();
      return owner.equals(who)
          ? incident + " is yours."
          : "%s is acknowledged and stays with %s.".formatted(incident, name(incident, owner));
    }
    if (change instanceof IncidentChange.AcknowledgementNoted) {
      return owner(incident)
          .map(
              owner ->
                  owner.equals(who)
                      ? incident + " is yours already."
                      : "%s has %s already and keeps it."
                          .formatted(name(incident, owner), incident))
          .orElse("%s was acknowledged before, and its owner stays.".formatted(incident));
    }
    return change instanceof IncidentChange.Escalated
        ? "The next person is called."
        : unknown(incident, next);
  }

  private static String unknown(IncidentId incident, boolean next) {
    return "Your answer was taken; what became of it is not known yet. Tocsin shows who %s %s."
        .formatted(next ? "is called for" : "has", incident);
  }

  /** The engine's reason, which may begin with the name that was just said. */
  private static String why(IncidentEvent event, IncidentId incident) {
    String text = event.reason().text();
    return text.startsWith(incident + " ")
        ? "it" + text.substring(incident.toString().length())
        : text;
  }

  private String holder(IncidentId incident, String who) {
    return owner(incident)
        .map(
            owner -> owner.equals(who) ? " You have it." : " " + name(incident, owner) + " has it.")
        .orElse("");
  }

  private Optional<String> owner(IncidentId incident) {
    return standings
        .apply(incident)
        .filter(standing -> !standing.isOver())
        .flatMap(standing -> Optional.ofNullable(standing.owner()));
  }

  private String name(IncidentId incident, String id) {
    return policies.get().contact(incident.team(), id).map(Contact::name).orElse(id);
  }
}
