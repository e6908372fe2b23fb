package io.tocsin.alertingest.core.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An object of AWS's JSON, its names in any case: SNS says {@code AlarmName}, EventBridge {@code
 * alarmName}. A value that is null or blank is not there.
 */
public final class Fields {
  private static final Fields NONE = new Fields(Map.of());

  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<?, ?> written;

  private Fields(Map<?, ?> object) {
    this.written = object;
    object.forEach((name, value) -> add(String.valueOf(name), value));
  }

  /** The object that {@code value} is; one without fields when it is none. */
  public static Fields of(@Nullable Object value) {
    return value instanceof Map<?, ?> object ? new Fields(object) : NONE;
  }

  public boolean has(String name) {
    return values.containsKey(lower(name));
  }

  public Optional<String> text(String name) {
    return values.get(lower(name)) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The object of that name; one without fields when there is none. */
  public Fields section(String name) {
    return of(values.get(lower(name)));
  }

  /** The objects of a list; what is none is left out. */
  public List<Fields> items(String name) {
    List<Fields> items = new ArrayList<>();
    if (values.get(lower(name)) instanceof List<?> list) {
      list.stream().filter(Map.class::isInstance).map(Fields::of).forEach(items::add);
    }
    return items;
  }

  /** The first text of a list. */
  public Optional<String> firstOf(String name) {
    return values.get(lower(name)) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).findFirst()
        : Optional.empty();
  }

  /** Every text, under its name as written. */
  public void forEachText(BiConsumer<String, String> consumer) {
    written.forEach(
        (name, value) -> {
          if (value instanceof String text && !text.isBlank()) {
            consumer.accept(String.valueOf(name), text);
          }
        });
  }

  /** As it was read. */
  public Map<?, ?> written() {
    return written;
  }

  private void add(String name, @Nullable Object value) {
    if (value != null && !(value instanceof String text && text.isBlank())) {
      values.putIfAbsent(lower(name), value);
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
