package io.tocsin.alertingest.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An alert's labels while they are gathered: bounded, and honest about what was cut. */
public final class Labels {
  /** How many are kept. */
  public static final int MAX = 64;

  /** The label that says what was cut, when anything was. */
  public static final String NOTE = "tocsin_cut";

  private static final int MAX_NAME = 100;
  private static final int MAX_VALUE = 512;

  private final Map<String, String> values = new LinkedHashMap<>();
  private int leftOut;
  private boolean cut;

  /** A tag; the values of one that is said twice are joined, because both hold. */
  public void tag(String name, String value) {
    String known = values.get(key(name));
    if (known == null) {
      put(name, value);
    } else if (!known.equals(value) && !("," + known + ",").contains("," + value + ",")) {
      values.put(key(name), bounded(known + "," + value, MAX_VALUE));
    }
  }

  /** A field of the body; a tag of the same name says it better. */
  public void field(String name, String value) {
    if (!values.containsKey(key(name))) {
      put(name, value);
    }
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Notes that {@code what} of the alert itself was cut. */
  public Map<String, String> withNote(String... what) {
    StringBuilder note = new StringBuilder(String.join(", ", what));
    if (leftOut > 0) {
      note.append(note.isEmpty() ? "" : ", ").append(leftOut).append(" labels left out");
    }
    if (cut) {
      note.append(note.isEmpty() ? "" : ", ").append("long labels");
    }
    if (!note.isEmpty()) {
      values.put(NOTE, note.toString());
    }
    return Collections.unmodifiableMap(values);
  }

  private void put(String name, String value) {
    String key = key(name);
    if (key.isEmpty() || key.equals(NOTE)) {
      return;
    }
    if (values.size() >= MAX) {
      leftOut++;
      return;
    }
    values.put(key, bounded(value, MAX_VALUE));
  }

  private String key(String name) {
    return bounded(name, MAX_NAME);
  }

  private String bounded(String value, int max) {
    cut |= value.length() > max;
    return Text.atMost(value, max);
  }
}
