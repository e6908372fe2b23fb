package io.tocsin.chaos.edge.run;

import io.tocsin.chaos.core.History;
import io.tocsin.contracts.events.ContractJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keeps a history as JSON lines, one file for each kind of witness. */
final class Archive {
  private Archive() {}

  static void keep(Played played, Path folder) throws IOException {
    Files.createDirectories(folder);
    History history = played.history();
    write(folder.resolve("run.jsonl"), List.of(history.run()));
    write(folder.resolve("webhooks.jsonl"), history.webhooks());
    write(folder.resolve("commands.jsonl"), history.commands());
    write(folder.resolve("records.jsonl"), history.records().all().toList());
    write(folder.resolve("arrivals.jsonl"), history.arrivals());
    write(folder.resolve("deeds.jsonl"), history.deeds());
    write(folder.resolve("sightings.jsonl"), history.sightings());
    write(folder.resolve("faults.jsonl"), history.faults());
    write(folder.resolve("polls.jsonl"), history.polls());
    StringBuilder story = new StringBuilder(played.verdict().toString());
    played.verdict().violations().forEach(violation -> story.append('\n').append(violation));
    if (!played.unrest().isEmpty()) {
      story.append("comes-to-rest: not at rest: ").append(played.unrest()).append('\n');
    }
    story.append("the plan:\n");
    played.scenario().mishaps().forEach(mishap -> story.append("  ").append(mishap).append('\n'));
    Files.writeString(folder.resolve("verdict.txt"), story);
  }

  private static void write(Path file, List<?> values) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Object value : values) {
        out.write(ContractJson.MAPPER.writeValueAsString(value));
        out.newLine();
      }
    }
  }
}
