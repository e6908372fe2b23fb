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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the parts that a condition joins by {@code &&}, for telling what decided.
 *
 * @param sides of a comparison, or the text and the pattern of a match; null when it is neither
 * @param alternatives what it joins by {@code ||}, each with the parts that it joins itself
 */
record ConditionPart(
    String text,
    CelRuntime.@Nullable Program whole,
    @Nullable Sides sides,
    List<List<ConditionPart>> alternatives) {
  private static final Set<String> COMPARISONS =
      Set.of("_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_");
  private static final String MATCHES = "matches";

  /**
   * The two sides of a part.
   *
   * @param subject as it is written
   * @param matches whether the right one is a pattern
   */
  record Sides(
      String subject,
      CelRuntime.@Nullable Program actual,
      CelRuntime.@Nullable Program threshold,
      boolean matches) {}

  static List<ConditionPart> of(CelAbstractSyntaxTree tree, CelLanguage language) {
    return new Maker(tree, language).joined(tree.getExpr());
  }

  /** What the alert has; of alternatives only those parts that made it hold. */
  Stream<Compared> compared(AlertReading alert) {
    boolean holds = holds(alert);
    if (holds) {
      for (List<ConditionPart> alternative : alternatives) {
        if (alternative.stream().allMatch(part -> part.holds(alert))) {
          return alternative.stream().flatMap(part -> part.compared(alert));
        }
      }
    }
    if (sides == null) {
      return Stream.of(new Compared(text, null, null, holds));
    }
    return Stream.of(
        sides.matches
            ? new Compared(holds ? matched(sides, alert) : text, null, null, holds)
            : new Compared(text, shown(sides.actual, alert), shown(sides.threshold, alert), holds));
  }

  private boolean holds(AlertReading alert) {
    return whole != null && Boolean.TRUE.equals(value(whole, alert));
  }

  /** {@code title matches "is down"}: what it found says more than how it was looked for. */
  private String matched(Sides match, AlertReading alert) {
    String within = shown(match.actual, alert);
    String pattern = shown(match.threshold, alert);
    if (within == null || pattern == null) {
      return text;
    }
    return CelLanguage.pattern(pattern)
        .find(within)
        .map(found -> found.group().strip())
        .filter(found -> !found.isEmpty())
        .map(found -> "%s matches \"%s\"".formatted(match.subject, found))
        .orElse(text);
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

  /** Takes a condition apart. */
  private record Maker(CelAbstractSyntaxTree whole, CelLanguage language) {

    List<ConditionPart> joined(CelExpr expr) {
      return split(expr, "_&&_").stream().map(this::part).toList();
    }

    private ConditionPart part(CelExpr expr) {
      List<CelExpr> alternatives = split(expr, "_||_");
      return new ConditionPart(
          text(expr),
          language.part(tree(expr)),
          sides(expr),
          alternatives.size() == 1 ? List.of() : alternatives.stream().map(this::joined).toList());
    }

    private @Nullable Sides sides(CelExpr expr) {
      if (!isCall(expr)) {
        return null;
      }
      boolean matches = expr.call().function().equals(MATCHES);
      if (!matches && !COMPARISONS.contains(expr.call().function())) {
        return null;
      }
      List<CelExpr> sides = new ArrayList<>();
      expr.call().target().ifPresent(sides::add);
      sides.addAll(expr.call().args());
      return new Sides(
          text(sides.get(0)),
          language.part(tree(sides.get(0))),
          language.part(tree(sides.get(1))),
          matches);
    }

    private static List<CelExpr> split(CelExpr expr, String by) {
      return isCall(expr) && expr.call().function().equals(by)
          ? expr.call().args().stream().flatMap(side -> split(side, by).stream()).toList()
          : List.of(expr);
    }

    private static boolean isCall(CelExpr expr) {
      return expr.exprKind().getKind() == ExprKind.Kind.CALL;
    }

    private String text(CelExpr expr) {
      return CelUnparserFactory.newUnparser().unparse(tree(expr));
    }

    private CelAbstractSyntaxTree tree(CelExpr expr) {
      return CelAbstractSyntaxTree.newParsedAst(expr, whole.getSource());
    }
  }
}
