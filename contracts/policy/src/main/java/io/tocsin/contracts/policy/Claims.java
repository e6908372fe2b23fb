package io.tocsin.contracts.policy;

import java.util.HashMap;
import java.util.Map;

/** Names of which there may be one only, each with the place that took it first. */
final class Claims {
  private final Map<String, YamlValue> taken = new HashMap<>();

  /** Takes {@code name} for {@code place}; reported when another place has it. */
  void take(String name, YamlValue place) {
    YamlValue earlier = taken.putIfAbsent(name, place);
    if (earlier != null) {
      place.reject("is taken already", "choose another; " + earlier.place() + " has this one");
    }
  }
}
