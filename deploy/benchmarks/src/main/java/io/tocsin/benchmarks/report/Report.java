package io.tocsin.benchmarks.report;

import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** All rows of one run: said as they come, and kept as JSON and as a Markdown table. */
public final class Report {
  private static final String HEAD =
      "| benchmark | what | measured | aim |\n| --- | --- | --- | --- |";

  private final Machine machine;
  private final String size;
  private final Path folder;
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param size {@code quick} or {@code full}
   * @param folder where it is kept
   */
  public Report(Machine machine, String size, Path folder) {
    this.machine = machine;
    this.size = size;
    this.folder = folder;
  }

  /** What is under way, for whoever waits. */
  public void say(String what) {
    System.err.println("      " + what);
  }

  /** A figure. */
  public void add(String benchmark, String what, String measured, String aim, Map<String, ?> all)
      throws IOException {
    addUnless("", benchmark, what, measured, aim, all);
  }

  /** A figure, or none when {@code voided} says why not. */
  public void addUnless(
      String voided, String benchmark, String what, String measured, String aim, Map<String, ?> all)
      throws IOException {
    Row row = new Row(benchmark, what, measured, aim, voided, all, Machine.load());
    rows.add(row);
    System.err.println(row.markdown());
    keep();
  }

  /** The table under a line that says where it comes from. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(machine.line()).append(" · size ").append(size).append("\n\n");
    text.append(HEAD).append('\n');
    rows.forEach(row -> text.append(row.markdown()).append('\n'));
    return text.toString();
  }

  /** After each row, so that a run that is cut short is not lost. */
  private void keep() throws IOException {
    Files.createDirectories(folder);
    String name = machine.at().replaceAll("[-:]", "") + "-" + size;
    Files.writeString(
        folder.resolve(name + ".json"),
        ContractJson.MAPPER
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(Map.of("machine", machine, "size", size, "rows", rows)));
    Files.writeString(folder.resolve(name + ".md"), markdown());
  }

  /** The middle one of several passes. */
  public static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElse(Double.NaN);
  }

  /** All values of the passes, so that their spread is seen. */
  public static String spread(List<Double> values) {
    return String.join(", ", values.stream().map(value -> "%.0f".formatted(value)).toList());
  }
}
