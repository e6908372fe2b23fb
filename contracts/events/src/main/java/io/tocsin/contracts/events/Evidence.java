package io.tocsin.contracts.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an alert's level was judged by, besides the deciding rule's sentence (RUN-02.2).
 *
 * @param values facts that the alert says, by name, with their unit ({@code 31 percent})
 * @param unsaid facts that the deciding rule asked for and nobody said: the owner is asked
 * @param counterfactual what would have to be otherwise; null when no rule decided
 */
public record Evidence(
    Map<String, String> values, List<String> unsaid, @Nullable Counterfactual counterfactual) {
  /** Nothing but the sentence. */
  public static final Evidence NONE = new Evidence(Map.of(), List.of(), null);

  public Evidence {
    values = values == null ? Map.of() : Map.copyOf(values);
    unsaid = unsaid == null ? List.of() : List.copyOf(unsaid);
  }
}
