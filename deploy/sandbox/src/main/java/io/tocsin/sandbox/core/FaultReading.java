package io.tocsin.sandbox.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the order for a fault, and says all that is wrong with it. */
public final class FaultReading {

  private static final Set<String> NAMES =
      Set.of("provider", "status", "body", "delayMs", "dropConnection", "forget", "count");
  private static final int LONGEST_DELAY_MS = 600_000;
  private static final int MOST_REQUESTS = 1_000_000;

  private final Map<String, Object> json;
  private final List<String> errors = new ArrayList<>();
  private @Nullable Fault fault;

  private FaultReading(Map<String, Object> json) {
    this.json = json;
  }

  /** Reads a parsed JSON object; a body that is not text must have been made text before. */
  public static FaultReading of(Map<String, Object> json) {
    FaultReading reading = new FaultReading(json);
    reading.read();
    return reading;
  }

  /** The fault, or empty when there are errors. */
  public Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }

  /** Everything that is wrong, for a person; empty when the order is valid. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  private void read() {
    refuseUnknownNames();
    Optional<Provider> provider = provider();
    Integer status = number("status", 200, 599);
    Integer delay = number("delayMs", 0, LONGEST_DELAY_MS);
    Integer count = number("count", 1, MOST_REQUESTS);
    boolean drop = flag("dropConnection");
    boolean forget = flag("forget");
    String body = json.get("body") instanceof String text ? text : null;
    if (json.get("count") == null) {
      errors.add("'count' is missing: say how many requests get the fault");
    }
    if (forget && provider.isPresent() && provider.get() != Provider.PAGERDUTY) {
      errors.add("'forget' is for pagerduty alone");
    }
    boolean well = status == null && body == null && delay == null && !drop && !forget;
    if (errors.isEmpty() && well) {
      errors.add(
          "nothing would go wrong: give 'status', 'body', 'delayMs', 'dropConnection' or 'forget'");
    }
    if (errors.isEmpty() && provider.isPresent() && count != null) {
      long delayMs = delay == null ? 0 : delay;
      fault = new Fault(provider.get(), status, body, delayMs, drop, forget, count);
    }
  }

  private void refuseUnknownNames() {
    Set<String> unknown = new TreeSet<>(json.keySet());
    unknown.removeAll(NAMES);
    for (String name : unknown) {
      errors.add("'" + name + "' is unknown: known are " + String.join(", ", new TreeSet<>(NAMES)));
    }
  }

  private Optional<Provider> provider() {
    Optional<Provider> provider =
        json.get("provider") instanceof String word ? Provider.named(word) : Optional.empty();
    if (provider.isEmpty()) {
      errors.add("'provider' must be one of " + Provider.words());
    }
    return provider;
  }

  private @Nullable Integer number(String name, int least, int most) {
    Object value = json.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Integer number && number >= least && number <= most) {
      return number;
    }
    errors.add("'" + name + "' must be a whole number from " + least + " to " + most);
    return null;
  }

  private boolean flag(String name) {
    Object value = json.get(name);
    if (value != null && !(value instanceof Boolean)) {
      errors.add("'" + name + "' must be true or false");
    }
    return Boolean.TRUE.equals(value);
  }
}
