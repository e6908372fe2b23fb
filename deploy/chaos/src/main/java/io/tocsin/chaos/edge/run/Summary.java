package io.tocsin.chaos.edge.run;

import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What a campaign did and found, for people and for programs. */
record Summary(List<Line> lines) {
  private static final double PERCENT = 100.0;

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("summary.json"),
        ContractJson.MAPPER
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(Map.of("totals", totals(), "seeds", lines)));
    Files.writeString(folder.resolve("summary.md"), markdown());
  }

  private Map<String, Object> totals() {
    Map<String, Object> totals = new LinkedHashMap<>();
    totals.put("seeds", lines.size());
    totals.put("faults", merged(Line::faults).values().stream().mapToInt(it -> it).sum());
    totals.put("alertsAccepted", sum(Line::accepted));
    totals.put("requests", sum(Line::requests));
    totals.put("refused", sum(Line::refused));
    totals.put("unanswered", sum(Line::unknown));
    totals.put("refusedPercent", percent(sum(Line::refused), sum(Line::requests)));
    totals.put("deliveriesNeverTaken", sum(Line::never));
    totals.put("pages", sum(Line::pages));
    totals.put("alarms", lines.stream().mapToInt(line -> line.alarms().size()).sum());
    totals.put("answersAtProviders", merged(Line::deeds));
    totals.put("messages", sum(Line::told));
    totals.put("mailsOrCallsTwice", sum(Line::twice));
    totals.put("violations", merged(Line::violations));
    return totals;
  }

  private String markdown() {
    StringBuilder text = new StringBuilder("# Chaos\n\n| what | how many |\n| --- | --- |\n");
    totals().forEach((name, value) -> text.append("| %s | %s |\n".formatted(name, value)));
    Map<String, Integer> faults = merged(Line::faults);
    TreeSet<String> kinds = new TreeSet<>();
    TreeSet<String> targets = new TreeSet<>();
    faults
        .keySet()
        .forEach(
            fault -> {
              kinds.add(fault.substring(0, fault.indexOf(' ')));
              targets.add(fault.substring(fault.indexOf(' ') + 1));
            });
    text.append("\n## Faults\n\n| kind | ").append(String.join(" | ", targets)).append(" |\n");
    text.append("| --- |").append(" --- |".repeat(targets.size())).append('\n');
    for (String kind : kinds) {
      text.append("| ").append(kind).append(" |");
      targets.forEach(
          target -> text.append(" %d |".formatted(faults.getOrDefault(kind + " " + target, 0))));
      text.append('\n');
    }
    text.append("\n## Seeds\n\n");
    lines.forEach(line -> text.append("- ").append(line).append('\n'));
    return text.toString();
  }

  private Map<String, Integer> merged(Function<Line, Map<String, Integer>> part) {
    Map<String, Integer> all = new TreeMap<>();
    lines.forEach(line -> part.apply(line).forEach((name, n) -> all.merge(name, n, Integer::sum)));
    return all;
  }

  private long sum(ToLongFunction<Line> part) {
    return lines.stream().mapToLong(part).sum();
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.2f", whole == 0 ? 0.0 : PERCENT * part / whole);
  }
}
