package io.tocsin.contracts.policy.yaml;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping of a policy file. A key that stands in it twice is reported; the first one counts. */
final class Section {
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Entry> misspelt = new HashMap<>();

  /** A key and its value, each with its place. */
  record Entry(YamlValue key, YamlValue value) {}

  Section(List<Entry> all) {
    for (Entry entry : all) {
      String name = entry.key().as(Form.TEXT.kind()).map(String::valueOf).orElse("");
      Entry earlier = entries.putIfAbsent(name, entry);
      if (earlier != null) {
        entry
            .key()
            .reject("stands here twice", "keep one; the first is at " + earlier.key().place());
      }
    }
  }

  Map<String, Entry> entries() {
    return entries;
  }

  /** The value of {@code key}, also where {@link #allow} found it misspelt. */
  @Nullable YamlValue find(String key) {
    Entry entry = entries.getOrDefault(key, misspelt.get(key));
    return entry == null ? null : entry.value();
  }

  /** Reports every key that is none of {@code allowed}. */
  void allow(Set<String> allowed) {
    allow(allowed, allowed);
  }

  /**
   * The same, naming {@code instead} as what to write; whether all are allowed. What was probably
   * meant is read as if it were written so, for nothing else is wrong with it.
   */
  boolean allow(Set<String> allowed, Set<String> instead) {
    entries.forEach(
        (name, entry) -> {
          if (!allowed.contains(name)) {
            entry.key().reject("no such key here", Nearest.remedy(name, instead));
            Nearest.of(name, instead).ifPresent(meant -> misspelt.putIfAbsent(meant, entry));
          }
        });
    return allowed.containsAll(entries.keySet());
  }
}
