package io.tocsin.contracts.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language of conditions: CEL over an alert's fields, with {@code number(text)}. Patterns are
 * RE2's, whose time is linear in the text. Everything here is immutable and safe to share.
 */
final class CelLanguage {
  /** The fields of an alert that are texts; empty where the alert does not say. */
  static final List<String> TEXTS =
      List.of(
          "title", "description", "said", "signal", "service", "source", "environment", "level");

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .comprehensionMaxIterations(10_000)
          .build();
  private static final CelCompiler COMPILER = compiler();
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder()
          .setOptions(OPTIONS)
          .addFunctionBindings(
              CelFunctionBinding.from("number_string", String.class, FirstNumber::in))
          .build();
  private static final CelValidator VALIDATOR =
      CelValidatorFactory.standardCelValidatorBuilder(COMPILER, RUNTIME)
          .addAstValidators(new PatternCheck())
          .build();

  private CelLanguage() {}

  /** The condition that stands at {@code place}; empty, with CEL's own words, when it is none. */
  static Optional<Condition> compile(YamlValue place) {
    return place.as(Kind.TEXT).flatMap(text -> Optional.ofNullable(compile(text, place)));
  }

  private static @Nullable Condition compile(String text, YamlValue place) {
    CelValidationResult checked = COMPILER.compile(text);
    try {
      if (!checked.hasError()) {
        CelAbstractSyntaxTree tree = checked.getAst();
        checked = VALIDATOR.validate(tree);
        if (!checked.hasError()) {
          return new CelCondition(text, RUNTIME.createProgram(tree));
        }
      }
    } catch (CelValidationException | CelEvaluationException e) {
      place.reject(place.textLine(), String.valueOf(e.getMessage()), "mend the condition");
    }
    checked.getErrors().forEach(issue -> report(issue, place));
    return null;
  }

  private static void report(CelIssue issue, YamlValue place) {
    int below = place.keepsLines() ? Math.max(0, issue.getSourceLocation().getLine() - 1) : 0;
    place.reject(
        place.textLine() + below,
        issue.getMessage().strip().replaceAll("\\s+", " "),
        issue.getMessage().startsWith("undeclared")
            ? "use " + Kind.oneOf(TEXTS) + ", labels, or number(text)"
            : "mend the condition");
  }

  private static CelCompiler compiler() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("labels", MapType.create(SimpleType.STRING, SimpleType.STRING))
            .addFunctionDeclarations(
                CelFunctionDecl.newFunctionDeclaration(
                    "number",
                    CelOverloadDecl.newGlobalOverload(
                        "number_string", SimpleType.DOUBLE, SimpleType.STRING)))
            .setResultType(SimpleType.BOOL);
    TEXTS.forEach(name -> builder.addVar(name, SimpleType.STRING));
    return builder.build();
  }
}
