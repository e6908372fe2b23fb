package io.tocsin.contracts.policy.severity;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.parser.CelUnparserFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why things cannot be compared or joined, and how they can. */
final class Operands {
  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*");
  private static final Pattern RESULT = Pattern.compile("expected type 'bool' but found '([^']*)'");
  private static final Pattern SELECTION =
      Pattern.compile("type '([^']*)' does not support field selection");
  private static final Set<String> NUMBERS = Set.of("int", "uint", "double");
  private static final Map<String, String> WORDS =
      Map.of(
          "string", "a text",
          "bool", "true or false",
          "double", "a number",
          "int", "a whole number",
          "map(string, string)", "the labels");
  private static final String COMPARES = "_(==|!=|<|<=|>|>=)_";
  private static final String JOINS = "_(&&|\\|\\|)_|!_|_\\?_:_";

  private Operands() {}

  /** What is wrong, and what to write. */
  record Complaint(String message, String remedy) {}

  /** What CEL's {@code message} means; null when it is about something else. */
  static @Nullable Complaint complaint(String message, int offset, CelAbstractSyntaxTree tree) {
    Matcher result = RESULT.matcher(message);
    if (result.matches()) {
      return new Complaint(
          "is %s, and a condition is true or false".formatted(word(result.group(1))),
          result.group(1).equals("string")
              ? "ask something of it, as in title.contains(\"down\")"
              : "compare it, as in fact.users > 100");
    }
    Matcher selection = SELECTION.matcher(message);
    if (selection.matches()) {
      return new Complaint(
          "%s has nothing after a dot".formatted(word(selection.group(1))), "take the dot out");
    }
    Matcher overload = OVERLOAD.matcher(message);
    return overload.matches()
        ? overload(overload.group(1), types(overload.group(2)), offset, tree)
        : null;
  }

  private static Complaint overload(
      String function, List<String> types, int offset, CelAbstractSyntaxTree tree) {
    String sign = function.replace("_", "").replace("@", "");
    if (function.matches(COMPARES) && types.size() == 2) {
      return new Complaint(
          "'%s' compares %s with %s".formatted(sign, word(types.get(0)), word(types.get(1))),
          call(function, offset, tree)
              .map(call -> alike(sign, types, call, tree))
              .orElse("compare like with like"));
    }
    if (function.matches(JOINS)) {
      String other =
          types.stream().filter(type -> !type.equals("bool")).findFirst().orElse("something else");
      return new Complaint(
          "'%s' takes what is true or false, and here is %s".formatted(sign, word(other)),
          "compare it first, or ask something of it, as in title.contains(\"down\")");
    }
    String given = String.join(" and ", types.stream().map(Operands::word).toList());
    return new Complaint("'%s' does not take %s".formatted(sign, given), "mend what it is given");
  }

  private static String alike(
      String sign, List<String> types, CelExpr call, CelAbstractSyntaxTree tree) {
    CelExpr left = call.call().args().get(0);
    CelExpr right = call.call().args().get(1);
    if (types.get(0).equals("bool")) {
      return "write %1$s alone, or !%1$s".formatted(text(left, tree));
    }
    if (types.get(0).equals("string") && NUMBERS.contains(types.get(1))) {
      return "write number(%s) %s %s".formatted(text(left, tree), sign, number(sign, right, tree));
    }
    if (NUMBERS.contains(types.get(0)) && types.get(1).equals("string")) {
      return "write %s %s %s".formatted(text(left, tree), sign, number(sign, right, tree));
    }
    return "compare like with like"
        + (NUMBERS.containsAll(types)
            ? ": write %s %s %s".formatted(text(left, tree), sign, number(sign, right, tree))
            : "");
  }

  /** A fact is a number with a point, and CEL finds it equal only to such a one. */
  private static String number(String sign, CelExpr expr, CelAbstractSyntaxTree tree) {
    String written = text(expr, tree);
    String number =
        expr.getKind() == Kind.CONSTANT
                && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
            ? expr.constant().stringValue().strip()
            : written;
    if (number.matches("-?\\d+")) {
      return sign.contains("==") || sign.contains("!=") ? number + ".0" : number;
    }
    return number.equals(written) || number.matches("-?\\d+\\.\\d+")
        ? number
        : "number(" + written + ")";
  }

  private static Optional<CelExpr> call(String function, int offset, CelAbstractSyntaxTree tree) {
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(expr -> expr.getKind() == Kind.CALL && expr.call().function().equals(function))
        .filter(expr -> expr.call().args().size() == 2)
        .filter(expr -> tree.getSource().getPositionsMap().getOrDefault(expr.id(), -1) == offset)
        .findFirst();
  }

  private static String text(CelExpr expr, CelAbstractSyntaxTree tree) {
    return CelUnparserFactory.newUnparser()
        .unparse(CelAbstractSyntaxTree.newParsedAst(expr, tree.getSource()));
  }

  /** The types in {@code (string, int)}, or in {@code string.(int)}. */
  private static List<String> types(String written) {
    String plain = written.replaceFirst("^\\(", "").replaceFirst("\\.\\(", ", ");
    String inside =
        plain.endsWith(")") && !plain.contains("map(")
            ? plain.substring(0, plain.length() - 1)
            : plain;
    return Arrays.stream(inside.split(", (?![^(]*\\))")).filter(type -> !type.isBlank()).toList();
  }

  private static String word(String type) {
    return WORDS.getOrDefault(type, type);
  }
}
