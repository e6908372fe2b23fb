package io.tocsin.contracts.policy.severity;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.tocsin.contracts.events.Counterfactual.Compared;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition in CEL, compiled once when the policy is loaded. */
final class CelCondition implements Condition {
  private final String text;
  private final String place;
  private final CelAbstractSyntaxTree tree;
  private final CelRuntime.Program program;
  private final CelLanguage language;
  private final List<String> facts;
  private volatile @Nullable List<ConditionPart> parts;

  /**
   * @param place where it stands: {@code digital-prescriptions/severity.yaml:45}
   */
  CelCondition(
      String text,
      String place,
      CelAbstractSyntaxTree tree,
      CelRuntime.Program program,
      CelLanguage language) {
    this.text = text;
    this.place = place;
    this.tree = tree;
    this.program = program;
    this.language = language;
    this.facts = facts(tree);
  }

  @Override
  public String text() {
    return text;
  }

  /** A fact that is not said fails the whole only where the rest does not settle it. */
  @Override
  public boolean holds(AlertReading alert) throws ConditionFailed, FactMissing {
    try {
      Object answer = program.eval(alert.variables());
      if (answer instanceof Boolean holds) {
        return holds;
      }
      throw new FactMissing(missing(alert));
    } catch (CelEvaluationException | RuntimeException e) {
      List<String> missing = missing(alert);
      if (!missing.isEmpty()) {
        throw new FactMissing(missing);
      }
      throw new ConditionFailed("%s, %s".formatted(ConditionFault.text(e, tree, alert), place), e);
    }
  }

  private List<String> missing(AlertReading alert) {
    return facts.stream().filter(fact -> !alert.variables().containsKey(fact)).toList();
  }

  @Override
  public List<Compared> compared(AlertReading alert) {
    List<ConditionPart> known = parts;
    if (known == null) {
      known = ConditionPart.of(tree, language);
      parts = known;
    }
    return known.stream().flatMap(part -> part.compared(alert)).toList();
  }

  @Override
  public boolean holdsAlways() {
    return tree.getExpr().getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && tree.getExpr().constant().booleanValue();
  }

  @Override
  public Set<String> labelsTakenForGranted() {
    return LabelsAsked.of(tree).takenForGranted();
  }

  private static List<String> facts(CelAbstractSyntaxTree tree) {
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(expr -> tree.getReference(expr.id()).isPresent())
        .map(expr -> tree.getReferenceOrThrow(expr.id()).name())
        .filter(name -> name.startsWith("fact."))
        .distinct()
        .toList();
  }
}
