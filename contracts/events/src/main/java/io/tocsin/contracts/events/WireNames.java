package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names under which kinds of one record stand in JSON. */
final class WireNames {
  private static final Map<Class<?>, Map<Class<?>, String>> KNOWN = new ConcurrentHashMap<>();

  private WireNames() {}

  /** The name of {@code kind}, as {@code family} declares it. */
  static String of(Class<?> family, Class<?> kind) {
    return Objects.requireNonNull(
        KNOWN.computeIfAbsent(family, WireNames::declared).get(kind),
        () -> kind + " has no name in JSON");
  }

  private static Map<Class<?>, String> declared(Class<?> family) {
    return Stream.of(family.getAnnotation(JsonSubTypes.class).value())
        .collect(Collectors.toUnmodifiableMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));
  }
}
