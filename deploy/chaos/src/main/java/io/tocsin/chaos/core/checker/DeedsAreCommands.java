package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Deed;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.Topics;
import java.util.List;
import java.util.Set;

/** what somebody did at a provider and Tocsin took is a command, and nobody else gives one there */
final class DeedsAreCommands implements Invariant {
  private static final Set<String> OUTSIDE = Set.of("pagerduty", "slack", "phone", "github");

  @Override
  public String name() {
    return "deeds-are-commands";
  }

  @Override
  public String meaning() {
    return "what somebody did at a provider and Tocsin took is a command, and nobody else gives one"
        + " there";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    List<IncidentCommand> commands =
        evidence.history().records().values(Topics.INCIDENT_COMMANDS).toList();
    evidence.history().deeds().stream()
        .filter(deed -> deed.told() && commands.stream().noneMatch(deed::isBehind))
        .forEach(deed -> report(evidence, findings, deed));
    commands.stream()
        .filter(command -> OUTSIDE.contains(command.by().via()) && !isOfProvider(evidence, command))
        .forEach(
            command ->
                findings.report(
                    command.id(),
                    "it came by %s, where nobody asked for this of %s"
                        .formatted(Deed.via(command), command.incident()),
                    () -> new Stories(evidence).command(command.id())));
  }

  /** Whether somebody did it to its incident at the provider that it came by. */
  static boolean isOfProvider(Evidence evidence, IncidentCommand command) {
    return evidence.history().deeds().stream().anyMatch(deed -> deed.isBehind(command));
  }

  private static void report(Evidence evidence, Findings findings, Deed deed) {
    findings.report(
        deed.incident(),
        "somebody asked by %s for %s at %s, Tocsin took it, and there is no such command"
            .formatted(deed.via(), deed.action(), deed.at()),
        () -> new Stories(evidence).incident(deed.incident()));
  }
}
