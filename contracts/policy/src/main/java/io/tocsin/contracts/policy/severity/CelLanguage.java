package io.tocsin.contracts.policy.severity;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
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
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import io.tocsin.contracts.policy.pattern.TextPattern;
import io.tocsin.contracts.policy.yaml.YamlValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The language of conditions: CEL over an alert's fields and a team's facts, with {@code
 * number(text)}. Patterns are RE2's, whose time is linear in the text, and each is compiled once.
 */
final class CelLanguage {
  /** The fields of an alert that are texts; empty where the alert does not say. */
  static final List<String> TEXTS =
      List.of(
          "title",
          "description",
          "text",
          "said",
          "signal",
          "service",
          "source",
          "environment",
          "level");

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .comprehensionMaxIterations(10_000)
          .populateMacroCalls(true)
          .build();
  private static final ConcurrentHashMap<String, TextPattern> PATTERNS = new ConcurrentHashMap<>();
  private static final int MOST_PATTERNS = 50_000;
  static final CelRuntime RUNTIME = runtime();

  private final List<FactSource> facts;
  private final CelCompiler compiler;
  private final CelCompiler parts;
  private final CelValidator validator;

  CelLanguage(Collection<FactSource> facts) {
    this.facts = List.copyOf(facts);
    CelCompilerBuilder builder = standard();
    CelCompilerBuilder anything = standard();
    for (FactSource fact : facts) {
      builder.addVar(fact.variable(), type(fact.is()));
      anything.addVar(fact.variable(), type(fact.is()));
    }
    compiler = builder.setResultType(SimpleType.BOOL).build();
    parts = anything.build();
    validator =
        CelValidatorFactory.standardCelValidatorBuilder(compiler, RUNTIME)
            .addAstValidators(new PatternCheck())
            .build();
  }

  /** The condition {@code text} that stands at {@code place}; reported when it is none. */
  Optional<Condition> compile(String text, YamlValue place) {
    ConditionFlaws flaws = new ConditionFlaws(text, place, facts);
    CelValidationResult parsed = compiler.parse(text);
    if (parsed.hasError()) {
      flaws.ofForm(parsed.getErrors());
      return Optional.empty();
    }
    try {
      CelValidationResult checked = compiler.check(parsed.getAst());
      if (!checked.hasError()) {
        CelAbstractSyntaxTree tree = checked.getAst();
        checked = validator.validate(tree);
        if (!checked.hasError()) {
          return Optional.of(
              new CelCondition(text, place.place(), tree, RUNTIME.createProgram(tree), this));
        }
      }
      flaws.ofMeaning(checked.getErrors(), parsed.getAst());
    } catch (CelValidationException | CelEvaluationException e) {
      place.reject(String.valueOf(e.getMessage()), "mend the condition");
    }
    return Optional.empty();
  }

  /**
   * A part of a condition that was compiled before; null when CEL does not take it alone. It is
   * taken as a tree: CEL writes backslashes of a text as they are, and would read another text.
   */
  CelRuntime.@Nullable Program part(CelAbstractSyntaxTree tree) {
    try {
      CelValidationResult checked = parts.check(tree);
      return checked.hasError() ? null : RUNTIME.createProgram(checked.getAst());
    } catch (CelValidationException | CelEvaluationException e) {
      return null;
    }
  }

  private static CelType type(FactSource.Type type) {
    return switch (type) {
      case NUMBER -> SimpleType.DOUBLE;
      case FLAG -> SimpleType.BOOL;
      case TEXT -> SimpleType.STRING;
    };
  }

  private static CelCompilerBuilder standard() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("labels", MapType.create(SimpleType.STRING, SimpleType.STRING))
            .addFunctionDeclarations(
                CelFunctionDecl.newFunctionDeclaration(
                    "number",
                    CelOverloadDecl.newGlobalOverload(
                        "number_string", SimpleType.DOUBLE, SimpleType.STRING)));
    TEXTS.forEach(name -> builder.addVar(name, SimpleType.STRING));
    return builder;
  }

  /** CEL's own {@code matches} compiles its pattern at each use. */
  private static CelRuntime runtime() {
    return CelRuntimeFactory.standardCelRuntimeBuilder()
        .setOptions(OPTIONS)
        .setStandardEnvironmentEnabled(false)
        .setStandardFunctions(
            CelStandardFunctions.newBuilder().excludeFunctions(StandardFunction.MATCHES).build())
        .addFunctionBindings(
            CelFunctionBinding.from("number_string", String.class, FirstNumber::in),
            CelFunctionBinding.from("matches", String.class, String.class, CelLanguage::matches),
            CelFunctionBinding.from(
                "matches_string", String.class, String.class, CelLanguage::matches))
        .build();
  }

  private static boolean matches(String text, String pattern) {
    return pattern(pattern).isIn(text);
  }

  static TextPattern pattern(String pattern) {
    TextPattern known = PATTERNS.get(pattern);
    if (known != null) {
      return known;
    }
    TextPattern compiled = TextPattern.of(pattern);
    if (PATTERNS.size() < MOST_PATTERNS) {
      PATTERNS.put(pattern, compiled);
    }
    return compiled;
  }
}
