package io.tocsin.allinone.cases.file;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A section of a file. What is wrong in it is reported at its line; reading goes on. */
final class Fields {
  private final Value self;
  private final Map<String, Value> keys = new LinkedHashMap<>();
  private final Map<String, Value> values = new LinkedHashMap<>();

  Fields(Value self, List<Map.Entry<Value, Value>> entries) {
    this.self = self;
    for (Map.Entry<Value, Value> entry : entries) {
      String name = entry.getKey().shown();
      if (values.putIfAbsent(name, entry.getValue()) == null) {
        keys.put(name, entry.getKey());
      } else {
        entry.getKey().reject("stands here twice", "keep one of them");
      }
    }
  }

  Value self() {
    return self;
  }

  Set<String> names() {
    return values.keySet();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Reports every key that is none of {@code known}. */
  Fields allow(Collection<String> known) {
    unknown(known, known);
    return this;
  }

  /** The same; whether there was any. Only {@code told} are named instead. */
  boolean unknown(Collection<String> known, Collection<String> told) {
    List<String> wrong = keys.keySet().stream().filter(name -> !known.contains(name)).toList();
    keys.forEach(
        (name, key) -> {
          if (wrong.contains(name)) {
            key.reject("no such key here", Names.remedy(name, told));
          }
        });
    return !wrong.isEmpty();
  }

  Fields allow(String... known) {
    return allow(List.of(known));
  }

  Optional<Value> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  <T> Optional<T> find(String key, Form<T> form) {
    return find(key).flatMap(value -> value.as(form));
  }

  /** The value of {@code key}; reported when it is missing. */
  Optional<Value> need(String key, String remedy) {
    if (!has(key)) {
      self.reject(key, "this key is missing", remedy);
    }
    return find(key);
  }

  <T> Optional<T> need(String key, Form<T> form, String remedy) {
    return need(key, remedy).flatMap(value -> value.as(form));
  }

  String text(String key) {
    return find(key, Form.TEXT).orElse("");
  }
}
