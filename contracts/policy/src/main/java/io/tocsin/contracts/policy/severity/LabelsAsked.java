package io.tocsin.contracts.policy.severity;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The labels that a condition names.
 *
 * @param taken whose value it asks for
 * @param askedFor of which it asks whether the alert has them
 */
record LabelsAsked(Set<String> taken, Set<String> askedFor) {
  private static final String LABELS = "labels";

  static LabelsAsked of(CelAbstractSyntaxTree tree) {
    LabelsAsked asked = new LabelsAsked(new TreeSet<>(), new TreeSet<>());
    CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .forEach(asked::add);
    return asked;
  }

  Set<String> takenForGranted() {
    Set<String> rest = new TreeSet<>(taken);
    rest.removeAll(askedFor);
    return rest;
  }

  private void add(CelExpr expr) {
    if (expr.getKind() == Kind.SELECT && areLabels(expr.select().operand())) {
      (expr.select().testOnly() ? askedFor : taken).add(expr.select().field());
    }
    if (expr.getKind() == Kind.CALL && expr.call().args().size() == 2) {
      List<CelExpr> args = expr.call().args();
      if (expr.call().function().equals("_[_]") && areLabels(args.get(0))) {
        addText(args.get(1), taken);
      } else if (expr.call().function().equals("@in") && areLabels(args.get(1))) {
        addText(args.get(0), askedFor);
      }
    }
  }

  private static boolean areLabels(CelExpr expr) {
    return expr.getKind() == Kind.IDENT && expr.ident().name().equals(LABELS);
  }

  private static void addText(CelExpr expr, Set<String> to) {
    if (expr.getKind() == Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
      to.add(expr.constant().stringValue());
    }
  }
}
