package io.tocsin.contracts.policy.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a message is written. What is not in it is shown as "not yet known" (MHV-msg).
 * It may hold more than a template uses.
 */
public final class Values {
  private static final Values NOTHING = new Values(null, null, null);

  private final @Nullable Values before;
  private final @Nullable Variable<?> variable;
  private final @Nullable Object value;

  /** All of it by variable, once somebody asks: a message is some fifty of these in a row. */
  private volatile @Nullable Map<Variable<?>, Object> known;

  private Values(@Nullable Values before, @Nullable Variable<?> variable, @Nullable Object value) {
    this.before = before;
    this.variable = variable;
    this.value = value;
  }

  /** Nothing is known yet. */
  public static Values none() {
    return NOTHING;
  }

  /** These, and {@code value}; null and blank words are not known. */
  public <T> Values with(Variable<T> variable, @Nullable T value) {
    if (value instanceof List<?> records) {
      return new Values(this, variable, List.copyOf(records));
    }
    boolean blank = value instanceof String words && words.isBlank();
    return new Values(this, variable, blank ? null : value);
  }

  @Nullable Object get(Variable<?> variable) {
    Map<Variable<?>, Object> all = known;
    if (all == null) {
      all = all();
      known = all;
    }
    return all.get(variable);
  }

  private Map<Variable<?>, Object> all() {
    Deque<Values> oldestFirst = new ArrayDeque<>();
    for (Values each = this; each != null; each = each.before) {
      oldestFirst.push(each);
    }
    Map<Variable<?>, Object> all = new HashMap<>();
    for (Values each : oldestFirst) {
      if (each.variable != null) {
        all.compute(each.variable, (any, older) -> each.value);
      }
    }
    return all;
  }
}
