package io.tocsin.contracts.policy.severity;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.Optional;
import java.util.stream.Stream;

/** What went wrong with a condition, for whoever wrote it. */
final class ConditionFault {
  private static final String LABELS = "labels";

  private ConditionFault() {}

  static String text(Exception failure, CelAbstractSyntaxTree tree, AlertReading alert) {
    String said = cause(failure);
    Optional<String> label =
        labels(tree)
            .filter(name -> !alert.alert().labels().containsKey(name) && said.contains(name))
            .findFirst();
    return label
        .map(
            name ->
                "the alert has no label '%s'; ask first: \"%s\" in labels && …"
                    .formatted(name, name))
        .orElse("the condition could not be evaluated: " + said);
  }

  /** CEL puts its own words and its own line before those of the first cause. */
  private static String cause(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null && first.getCause().getMessage() != null) {
      first = first.getCause();
    }
    String message = first.getMessage() == null ? first.toString() : first.getMessage();
    return message.replaceFirst("^evaluation error(?: at <input>:\\d+)?: ", "");
  }

  /** Those that the condition reads, not those whose presence it asks for. */
  private static Stream<String> labels(CelAbstractSyntaxTree tree) {
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .flatMap(expr -> label(expr).stream());
  }

  private static Optional<String> label(CelExpr expr) {
    if (expr.getKind() == Kind.SELECT) {
      return Optional.of(expr.select())
          .filter(select -> !select.testOnly() && isLabels(select.operand()))
          .map(select -> select.field());
    }
    if (expr.getKind() == Kind.CALL && expr.call().function().equals("_[_]")) {
      CelExpr key = expr.call().args().get(1);
      return isLabels(expr.call().args().get(0)) && key.getKind() == Kind.CONSTANT
          ? Optional.of(key.constant().stringValue())
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isLabels(CelExpr expr) {
    return expr.getKind() == Kind.IDENT && expr.ident().name().equals(LABELS);
  }
}
