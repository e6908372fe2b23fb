package io.tocsin.contracts.policy.template;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;

/** Collects all that is wrong with one file, so that an operator mends it in one go. */
final class TemplateFlaws {
  private static final int SHOWN = 60;
  private final String file;
  private final List<TemplateFlaw> found = new ArrayList<>();

  TemplateFlaws(String file) {
    this.file = file;
  }

  void add(Place at, String value, String message, String remedy) {
    add(at.line(), at.column(), value, message, remedy);
  }

  void addToFile(String message, String remedy) {
    add(0, 0, file, message, remedy);
  }

  private void add(int line, int column, String value, String message, String remedy) {
    String oneLine = value.strip().replaceAll("\\s+", " ");
    String shown = oneLine.length() <= SHOWN ? oneLine : oneLine.substring(0, SHOWN) + "…";
    found.add(new TemplateFlaw(file, line, column, shown, message, remedy));
  }

  boolean none() {
    return found.isEmpty();
  }

  /** In the order in which a person walks through the file. */
  List<TemplateFlaw> inOrder() {
    return found.stream()
        .sorted(comparingInt(TemplateFlaw::line).thenComparingInt(TemplateFlaw::column))
        .toList();
  }
}
