package io.tocsin.contracts.policy.severity;

import com.google.re2j.Matcher;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.policy.pattern.TextPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Takes facts from alerts, each from the first of its places that says it. */
final class Facts {
  private final List<Taken> taken;

  Facts(Map<String, FactSource> sources) {
    this.taken = sources.values().stream().map(Taken::of).toList();
  }

  /** What {@code alert} says, by the name that conditions use; nothing for what it does not say. */
  Map<String, Object> of(Alert alert) {
    Map<String, Object> facts = new LinkedHashMap<>();
    String text = AlertFields.text(alert);
    for (Taken fact : taken) {
      fact.places.stream()
          .map(place -> place.find(alert, text, fact.source.is()))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(value -> facts.put(fact.source.variable(), value));
    }
    return facts;
  }

  private record Taken(FactSource source, List<Place> places) {
    static Taken of(FactSource source) {
      return new Taken(source, source.from().stream().map(Place::of).toList());
    }
  }

  private record Place(@Nullable String field, @Nullable TextPattern pattern, double times) {
    static Place of(FactSource.Where where) {
      return new Place(
          where.field(),
          where.pattern() == null ? null : CelLanguage.pattern(where.pattern()),
          where.times());
    }

    Optional<Object> find(Alert alert, String text, FactSource.Type type) {
      String within = field == null ? text : AlertFields.at(alert, field).orElse(null);
      if (within == null) {
        return Optional.empty();
      }
      if (pattern == null) {
        return value(within, type);
      }
      return pattern.find(within).flatMap(found -> value(found, type));
    }

    private Optional<Object> value(Matcher found, FactSource.Type type) {
      return found.groupCount() == 0
          ? value(type == FactSource.Type.FLAG ? "true" : found.group(), type)
          : value(found.group(1), type);
    }

    private Optional<Object> value(@Nullable String text, FactSource.Type type) {
      if (text == null) {
        return Optional.empty();
      }
      return switch (type) {
        case TEXT -> Optional.of(text);
        case FLAG -> flag(text.strip());
        case NUMBER -> number(text);
      };
    }

    private Optional<Object> number(String text) {
      OptionalDouble number = FirstNumber.find(text);
      return number.isEmpty() ? Optional.empty() : Optional.of(number.getAsDouble() * times);
    }

    private static Optional<Object> flag(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true", "yes", "1" -> Optional.of(true);
        case "false", "no", "0" -> Optional.of(false);
        default -> Optional.empty();
      };
    }
  }
}
