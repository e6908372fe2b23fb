package io.tocsin.contracts.policy.yaml;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a record says, as its file writes it. */
public final class Written {
  private Written() {}

  /** The texts under each key of {@code record}, in its order; what was left out is not there. */
  public static Map<String, List<String>> of(Record record) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    List<Member> members = Member.of(record.getClass());
    RecordComponent[] components = record.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      List<String> texts = texts(value(record, components[i]));
      if (!texts.isEmpty()) {
        keys.put(members.get(i).key(), texts);
      }
    }
    return keys;
  }

  /** The first key of a section of {@code type}, which tells it from others. */
  public static String word(Class<? extends Record> type) {
    return Member.of(type).get(0).key();
  }

  private static List<String> texts(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof Collection<?> many
        ? many.stream().map(Written::text).toList()
        : List.of(text(value));
  }

  private static String text(Object value) {
    return value instanceof Enum<?> word ? Kinds.word(word) : value.toString();
  }

  private static @Nullable Object value(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record + " cannot be read", e);
    }
  }
}
