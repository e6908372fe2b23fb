package io.tocsin.contracts.policy;

import dev.cel.bundle.Cel;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.validator.CelAstValidator;
import java.util.Map;

/**
 * Refuses a literal pattern that {@code matches} could not run. CEL's own check asks Java's engine,
 * which takes what RE2 does not (a look-ahead), so this one asks the engine that will run it.
 */
final class PatternCheck implements CelAstValidator {

  @Override
  public void validate(CelNavigableAst ast, Cel cel, IssuesFactory issues) {
    ast.getRoot()
        .allNodes()
        .filter(PatternCheck::isLiteralPattern)
        .forEach(node -> check(node, cel, issues));
  }

  private static boolean isLiteralPattern(CelNavigableExpr node) {
    return node.getKind() == Kind.CONSTANT
        && node.expr().constant().getKind() == CelConstant.Kind.STRING_VALUE
        && node.parent()
            .map(CelNavigableExpr::expr)
            .filter(call -> call.getKind() == Kind.CALL)
            .map(call -> call.call())
            .filter(call -> call.function().equals("matches"))
            .filter(call -> call.args().get(call.args().size() - 1).id() == node.id())
            .isPresent();
  }

  private static void check(CelNavigableExpr node, Cel cel, IssuesFactory issues) {
    String pattern = node.expr().constant().stringValue();
    try {
      cel.createProgram(cel.compile("''.matches(title)").getAst()).eval(Map.of("title", pattern));
    } catch (CelEvaluationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      issues.addError(node.id(), "is no pattern: " + cause.getMessage());
    } catch (CelValidationException e) {
      throw new IllegalStateException("the probe of a pattern does not compile", e);
    }
  }
}
