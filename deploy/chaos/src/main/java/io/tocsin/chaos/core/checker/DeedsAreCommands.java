package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Deed;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Topics;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** what somebody did at a provider and Tocsin took is a command, and nobody else gives one there */
final class DeedsAreCommands implements Invariant {
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
    Set<String> commanded =
        evidence
            .history()
            .records()
            .values(Topics.INCIDENT_COMMANDS)
            .map(command -> place(command.by().via(), command.incident()))
            .collect(Collectors.toCollection(TreeSet::new));
    evidence.history().deeds().stream()
        .filter(deed -> deed.told() && !commanded.contains(place(deed.provider(), deed.incident())))
        .forEach(deed -> report(evidence, findings, deed));
    evidence
        .history()
        .records()
        .values(Topics.INCIDENT_COMMANDS)
        .filter(command -> isFromOutside(command) && !isOfProvider(evidence, command))
        .forEach(
            command ->
                findings.report(
                    command.id(),
                    "it came by %s, where nobody did anything to %s"
                        .formatted(command.by().via(), command.incident()),
                    () -> new Stories(evidence).command(command.id())));
  }

  /** Whether somebody did something to its incident at the provider that it came by. */
  static boolean isOfProvider(Evidence evidence, IncidentCommand command) {
    return evidence.history().deeds().stream()
        .anyMatch(
            deed ->
                place(deed.provider(), deed.incident())
                    .equals(place(command.by().via(), command.incident())));
  }

  private static boolean isFromOutside(IncidentCommand command) {
    return Set.of("pagerduty", "slack", "phone", "github").contains(command.by().via());
  }

  private static String place(String provider, @Nullable IncidentId incident) {
    return provider + " " + incident;
  }

  private static void report(Evidence evidence, Findings findings, Deed deed) {
    findings.report(
        deed.incident(),
        "somebody acted at %s at %s, Tocsin took it, and there is no command of it"
            .formatted(deed.provider(), deed.at()),
        () -> new Stories(evidence).incident(deed.incident()));
  }
}
