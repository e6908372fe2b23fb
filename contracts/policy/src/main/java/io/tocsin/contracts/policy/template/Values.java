package io.tocsin.contracts.policy.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a message is written. What is not in it is shown as "not yet known" (MHV-msg).
 * It may hold more than a template uses.
 */
public final class Values {
  private static final Values NOTHING = new Values(Map.of());
  private final Map<Variable<?>, Object> known;

  /** Nobody else writes to {@code known}: a message is some fifty of these, one after the other. */
  private Values(Map<Variable<?>, Object> known) {
    this.known = known;
  }

  /** Nothing is known yet. */
  public static Values none() {
    return NOTHING;
  }

  /** These, and {@code value}; null and blank words are not known. */
  public <T> Values with(Variable<T> variable, @Nullable T value) {
    Map<Variable<?>, Object> more = new HashMap<>(known);
    more.remove(variable);
    if (value instanceof List<?> records) {
      more.put(variable, List.copyOf(records));
    } else if (value != null && !(value instanceof String words && words.isBlank())) {
      more.put(variable, value);
    }
    return new Values(more);
  }

  @Nullable Object get(Variable<?> variable) {
    return known.get(variable);
  }
}
