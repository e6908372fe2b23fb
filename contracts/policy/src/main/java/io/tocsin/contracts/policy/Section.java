package io.tocsin.contracts.policy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping of a policy file. What is wrong in it is reported at its line; reading goes on. */
final class Section {
  private final YamlValue self;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** A key and its value, each with its place. */
  record Entry(YamlValue key, YamlValue value) {}

  Section(YamlValue self, List<Entry> all) {
    this.self = self;
    for (Entry entry : all) {
      String name = entry.key().as(Kind.TEXT).orElse("");
      Entry earlier = entries.putIfAbsent(name, entry);
      if (earlier != null) {
        entry
            .key()
            .reject("stands here twice", "keep one; the first is at " + earlier.key().place());
      }
    }
  }

  YamlValue self() {
    return self;
  }

  /** Reports every key that is none of {@code keys}. */
  Section allow(String... keys) {
    Set<String> allowed = new LinkedHashSet<>(Arrays.asList(keys));
    entries.forEach(
        (name, entry) -> {
          if (!allowed.contains(name)) {
            entry.key().reject("no such key here", "use " + Kind.oneOf(allowed));
          }
        });
    return this;
  }

  /** What stands under each key, for sections whose keys are names. */
  Map<String, Entry> entries() {
    return entries;
  }

  /** The same; reported when there is none. */
  Map<String, Entry> entries(String remedy) {
    if (entries.isEmpty()) {
      self.reject("{}", "this section is empty", remedy);
    }
    return entries;
  }

  Optional<YamlValue> find(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  /** The value of {@code key}; reported when it is missing. */
  Optional<YamlValue> need(String key, String remedy) {
    Optional<YamlValue> value = find(key);
    if (value.isEmpty()) {
      self.reject(key, "this key is missing", remedy);
    }
    return value;
  }

  /**
   * The value of {@code key}, or {@code broken} where it is missing or wrong, which is reported.
   */
  <T> T need(String key, Kind<T> kind, T broken) {
    return need(key, kind.remedy()).flatMap(value -> value.as(kind)).orElse(broken);
  }

  /** The value of {@code key} if it is there. */
  <T> Optional<T> find(String key, Kind<T> kind) {
    return find(key).flatMap(value -> value.as(kind));
  }

  /** A list of {@code key}, empty when the key is missing; what stands twice is reported. */
  <T> List<Item<T>> list(String key, Kind<T> kind) {
    Map<T, Item<T>> items = new LinkedHashMap<>();
    for (YamlValue value : find(key).map(YamlValue::items).orElse(List.of())) {
      Optional<T> read = value.as(kind);
      if (read.isPresent()
          && items.putIfAbsent(read.get(), new Item<>(read.get(), value)) != null) {
        value.reject("stands in this list twice", "keep one of them");
      }
    }
    return List.copyOf(items.values());
  }

  /** The same without the places. */
  <T> List<T> plainList(String key, Kind<T> kind) {
    return list(key, kind).stream().map(Item::value).toList();
  }

  /** A list's item and where it stands. */
  record Item<T>(T value, YamlValue place) {}
}
