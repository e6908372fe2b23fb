package io.tocsin.escalationengine.core;

import java.util.stream.Collectors;

/** The table of transitions as a Mermaid diagram: what moves an incident from state to state. */
final class StateDiagram {
  private StateDiagram() {}

  static String mermaid() {
    String moves =
        Transitions.TABLE.stream()
            .flatMap(
                row ->
                    row.moves().entrySet().stream()
                        .filter(move -> move.getKey() != move.getValue())
                        .map(
                            move ->
                                "  %s --> %s: %s"
                                    .formatted(
                                        move.getKey(),
                                        move.getValue(),
                                        words(row.change().getSimpleName()))))
            .collect(Collectors.joining("\n"));
    return "```mermaid\nstateDiagram-v2\n  [*] --> OPEN: opened\n"
        + moves
        + "\n  RESOLVED --> [*]\n  CLOSED --> [*]\n  FALSE_ALARM --> [*]\n```\n";
  }

  private static String words(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
  }
}
