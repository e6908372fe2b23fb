package io.tocsin.contracts.policy.severity;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact that rules ask for, and where an alert says it.
 *
 * @param name conditions write it with underscores: {@code fact.error_rate}
 * @param from tried in order; the first that is found holds
 */
@Says("a fact and where an alert says it")
public record FactSource(
    @Key String name,
    @Says("what it is") @Default("number") Type is,
    @Says("its unit, as people read it") @Nullable String unit,
    @Says("the question of the assessment that it answers") @Nullable Question answers,
    @Says("the role that is asked when a rule needs it and no alert says it") @As(Form.NAME)
        @Nullable String ask,
    @Says("where it is found, tried in order; people alone say it when left out")
        List<Where> from) {

  public FactSource {
    from = List.copyOf(from);
  }

  /** Its name in conditions. */
  public String variable() {
    return "fact." + name.replace('-', '_').replace('.', '_');
  }

  /** A value as a person reads it. */
  String shown(Object value) {
    String text =
        value instanceof Double number && number == Math.rint(number)
            ? String.valueOf(number.longValue())
            : String.valueOf(value);
    return unit == null ? text : text + " " + unit;
  }

  /** What a fact may be. */
  @Says("type of a fact")
  public enum Type {
    NUMBER,
    FLAG,
    TEXT
  }

  /**
   * One place of an alert; a field by JSON pointer, or a pattern over title and description.
   *
   * @param pattern in a field or in the text; its first group is the fact, or that it matches is
   * @param times what a number is multiplied with to have the fact's unit
   */
  @Says("a place of an alert")
  public record Where(
      @Says("a field of the alert, as in /labels/error_rate") @Nullable String field,
      @Says("an RE2 pattern; its first group is the fact") @Nullable String pattern,
      @Says("what a number is multiplied with to have the unit") @Default("1") double times) {}
}
