package io.tocsin.contracts.policy.severity;

import com.google.re2j.PatternSyntaxException;
import dev.cel.bundle.Cel;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.validator.CelAstValidator;

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
        .forEach(node -> check(node, issues));
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

  private static void check(CelNavigableExpr node, IssuesFactory issues) {
    try {
      CelLanguage.pattern(node.expr().constant().stringValue());
    } catch (PatternSyntaxException e) {
      issues.addError(node.id(), "is no pattern: " + e.getMessage());
    }
  }
}
