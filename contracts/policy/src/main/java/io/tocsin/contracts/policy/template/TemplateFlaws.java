package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.policy.yaml.Problem;
import io.tocsin.contracts.policy.yaml.Problems;
import java.util.List;

/** Collects all that is wrong with one file, so that an operator mends it in one go. */
final class TemplateFlaws {
  private final String file;
  private final Problems found = new Problems();

  TemplateFlaws(String file) {
    this.file = file;
  }

  void add(Place at, String value, String message, String remedy) {
    found.add(new Problem(file, at.line(), at.column(), value, message, remedy));
  }

  void add(Problem problem) {
    found.add(problem);
  }

  void addToFile(String message, String remedy) {
    found.add(Problem.of(file, message, remedy));
  }

  boolean none() {
    return found.none();
  }

  /** In the order in which a person walks through the file. */
  List<Problem> inOrder() {
    return found.inOrder();
  }
}
