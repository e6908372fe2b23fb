package io.tocsin.benchmarks.report;

import java.util.Map;

/**
 * One line of the table.
 *
 * @param aim what it must reach; empty where there is no such word
 * @param voided why it is no figure; empty when it is one
 * @param figures the numbers by name, unrounded, for programs
 * @param loadAverage the machine's over the last minute, just after it
 */
public record Row(
    String benchmark,
    String what,
    String measured,
    String aim,
    String voided,
    Map<String, ?> figures,
    double loadAverage) {

  String markdown() {
    String said = voided.isEmpty() ? measured : "VOID: " + voided + " (" + measured + ")";
    return "| %s | %s | %s | %s |".formatted(benchmark, what, said, aim);
  }
}
