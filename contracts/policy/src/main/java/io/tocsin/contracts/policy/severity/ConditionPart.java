package io.tocsin.contracts.policy.severity;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.tocsin.contracts.events.Counterfactual.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of the parts that a condition joins by {@code &&}, for telling what decided.
 *
 * @param actual the left side of a comparison; null when the part is none
 * @param threshold its right side
 */
record ConditionPart(
    String text,
    CelRuntime.@Nullable Program whole,
    CelRuntime.@Nullable Program actual,
    CelRuntime.@Nullable Program threshold) {
  private static final Set<String> COMPARISONS =
      Set.of("_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_");

  static List<ConditionPart> of(CelAbstractSyntaxTree tree, CelLanguage language) {
    List<CelExpr> joined = new ArrayList<>();
    split(tree.getExpr(), joined);
    return joined.stream().map(expr -> part(expr, tree, language)).toList();
  }

  Compared compared(AlertReading alert) {
    return new Compared(
        text,
        shown(actual, alert),
        shown(threshold, alert),
        whole != null && Boolean.TRUE.equals(value(whole, alert)));
  }

  private static void split(CelExpr expr, List<CelExpr> joined) {
    if (isCall(expr) && expr.call().function().equals("_&&_")) {
      expr.call().args().forEach(side -> split(side, joined));
    } else {
      joined.add(expr);
    }
  }

  private static ConditionPart part(
      CelExpr expr, CelAbstractSyntaxTree tree, CelLanguage language) {
    boolean compares = isCall(expr) && COMPARISONS.contains(expr.call().function());
    return new ConditionPart(
        CelUnparserFactory.newUnparser().unparse(tree(expr, tree)),
        language.part(tree(expr, tree)),
        compares ? language.part(tree(expr.call().args().get(0), tree)) : null,
        compares ? language.part(tree(expr.call().args().get(1), tree)) : null);
  }

  private static boolean isCall(CelExpr expr) {
    return expr.exprKind().getKind() == ExprKind.Kind.CALL;
  }

  private static CelAbstractSyntaxTree tree(CelExpr expr, CelAbstractSyntaxTree whole) {
    return CelAbstractSyntaxTree.newParsedAst(expr, whole.getSource());
  }

  private static @Nullable String shown(CelRuntime.@Nullable Program program, AlertReading alert) {
    Object value = program == null ? null : value(program, alert);
    return value == null ? null : value.toString();
  }

  private static @Nullable Object value(CelRuntime.Program program, AlertReading alert) {
    try {
      return program.eval(alert.variables());
    } catch (CelEvaluationException | RuntimeException e) {
      return null;
    }
  }
}
