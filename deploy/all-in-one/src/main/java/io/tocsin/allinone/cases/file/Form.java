package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.ProviderState;
import io.tocsin.allinone.cases.Spans;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a value is written: how it is read, what to say when it is not, and what to write instead.
 *
 * @param advice what to write, told what stands there
 */
record Form<T>(
    String message, Function<String, String> advice, Function<String, Optional<T>> read) {

  static final Form<String> TEXT =
      new Form<>(
          "must be a text",
          wrong -> "write some words after the colon",
          text -> Optional.of(text).filter(it -> !it.isEmpty()));

  static final Form<Boolean> FLAG =
      named("is neither true nor false", List.of(true, false), String::valueOf);

  static final Form<Duration> SPAN =
      new Form<>(
          "is no span of time",
          wrong -> "write it like 30s, 2m or 1h30m",
          text -> Spans.parse(text.startsWith("+") ? text.substring(1) : text));

  static final Form<Severity> LEVEL = named("is no level", Severity.values(), Severity::name);

  static final Form<Channel> CHANNEL = named("is no channel", Channel.values(), Channel::wireName);

  static final Form<Signal> SIGNAL = named("is no signal", Signal.values(), Form::wire);

  static final Form<ProviderState> PROVIDER_STATE =
      named("is nothing a provider can be", ProviderState.values(), ProviderState::word);

  Optional<T> parse(String text) {
    return read.apply(text);
  }

  String remedy(String wrong) {
    return advice.apply(wrong);
  }

  /** One of {@code values}, each under its {@code name}. */
  static <T> Form<T> named(String message, Collection<T> values, Function<T, String> name) {
    List<String> names = values.stream().map(name).toList();
    return new Form<>(
        message,
        wrong -> Names.remedy(wrong, names),
        text -> values.stream().filter(value -> name.apply(value).equals(text)).findFirst());
  }

  static <T> Form<T> named(String message, T[] values, Function<T, String> name) {
    return named(message, Arrays.asList(values), name);
  }

  /** One of {@code names}. */
  static Form<String> of(String message, Collection<String> names) {
    return named(message, names, Function.identity());
  }

  /** {@code NO_DATA} as files write it: {@code no-data}. */
  static String wire(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
