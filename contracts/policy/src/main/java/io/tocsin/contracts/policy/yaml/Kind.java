package io.tocsin.contracts.policy.yaml;

import java.time.DateTimeException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a text must be: how it is read, what to say when it is not, and what to write instead.
 *
 * @param parser throws {@link IllegalArgumentException} or {@link DateTimeException} for another
 * @param instead stands in for what could not be read, so that the rest can be
 * @param schema the same for editors: keywords of JSON Schema
 */
public record Kind<T>(
    String message,
    String remedy,
    Function<String, T> parser,
    T instead,
    Map<String, Object> schema) {

  public Kind {
    schema = Map.copyOf(schema);
  }

  Optional<T> parse(String text) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What to write instead of {@code written}. */
  String remedy(String written) {
    String reference = "${" + written.replaceAll("[${}()\\s]", "").toUpperCase(Locale.ROOT) + "}";
    if (written.startsWith("$") && parse(reference).isPresent()) {
      return "write " + reference + ", with braces and in capitals";
    }
    return schema.get("enum") instanceof List<?> ? Nearest.remedy(written, words()) : remedy;
  }

  /** The word that was probably meant by {@code written}, where only some words are right. */
  Optional<String> meant(String written) {
    return Nearest.of(written, words());
  }

  private List<String> words() {
    return schema.get("enum") instanceof List<?> words
        ? words.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** One of {@code values}, each under its {@code name}. */
  static <T> Kind<T> named(String message, List<T> values, Function<T, String> name) {
    List<String> names = values.stream().map(name).toList();
    return new Kind<>(
        message,
        "use " + oneOf(names),
        text -> {
          int index = names.indexOf(text);
          if (index < 0) {
            throw new IllegalArgumentException(text);
          }
          return values.get(index);
        },
        values.get(0),
        Map.of("enum", names));
  }

  /** A text that matches {@code pattern} from its first to its last character. */
  static Kind<String> matching(String message, String remedy, String pattern) {
    return matching(message, remedy, text -> text.matches(pattern), pattern);
  }

  private static Kind<String> matching(
      String message, String remedy, Predicate<String> right, String pattern) {
    return new Kind<>(
        message,
        remedy,
        text -> {
          if (!right.test(text)) {
            throw new IllegalArgumentException(text);
          }
          return text;
        },
        "",
        Map.of("type", "string", "pattern", "^(?:" + pattern + ")$"));
  }

  /** {@code a, b or c}. */
  public static String oneOf(Collection<String> names) {
    List<String> all = List.copyOf(names);
    int last = all.size() - 1;
    return last < 1
        ? String.join("", all)
        : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
  }
}
