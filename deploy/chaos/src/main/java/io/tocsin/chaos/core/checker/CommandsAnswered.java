package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Command;
import io.tocsin.chaos.core.Outcome;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.Topics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** each accepted command is named by the events of one decision, and no event names another's */
final class CommandsAnswered implements Invariant {
  @Override
  public String name() {
    return "commands-answered";
  }

  @Override
  public String meaning() {
    return "each accepted command is named by the events of one decision, and no event names"
        + " another's";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    Map<String, Set<String>> decisions = decisions(evidence);
    Map<String, List<Command>> commands =
        evidence.history().commands().stream()
            .collect(Collectors.groupingBy(Command::id, LinkedHashMap::new, Collectors.toList()));
    commands.forEach(
        (id, tries) -> {
          Set<String> found = decisions.getOrDefault(id, Set.of());
          boolean accepted =
              tries.stream().anyMatch(command -> command.outcome() == Outcome.ACCEPTED);
          if (found.size() > 1) {
            report(evidence, findings, id, "it was decided more than once: " + found);
          } else if (accepted && found.isEmpty()) {
            report(evidence, findings, id, "it was accepted, and no event names it");
          }
        });
    Set<String> told =
        evidence
            .history()
            .records()
            .values(Topics.INCIDENT_COMMANDS)
            .filter(command -> DeedsAreCommands.isOfProvider(evidence, command))
            .map(IncidentCommand::id)
            .collect(Collectors.toSet());
    told.stream()
        .filter(id -> !decisions.containsKey(id))
        .forEach(id -> report(evidence, findings, id, "it was taken, and no event names it"));
    decisions.keySet().stream()
        .filter(id -> !commands.containsKey(id) && !told.contains(id))
        .forEach(id -> report(evidence, findings, id, "an event names it, and nobody gave it"));
  }

  /** One decision writes all its events in one moment of one incident. */
  private static Map<String, Set<String>> decisions(Evidence evidence) {
    Map<String, Set<String>> decisions = new HashMap<>();
    evidence
        .history()
        .records()
        .values(Topics.INCIDENT_EVENTS)
        .forEach(
            event -> {
              String command = event.causedBy();
              if (command != null) {
                decisions
                    .computeIfAbsent(command, any -> new TreeSet<>())
                    .add(
                        "%s at %s"
                            .formatted(
                                event.incident() == null ? "no incident" : event.incident(),
                                event.at()));
              }
            });
    return decisions;
  }

  private static void report(Evidence evidence, Findings findings, String id, String what) {
    findings.report(id, what, () -> new Stories(evidence).command(id));
  }
}
