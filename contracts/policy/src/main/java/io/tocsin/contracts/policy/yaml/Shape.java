package io.tocsin.contracts.policy.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form of a value in a policy file, taken from the Java type that it becomes. */
sealed interface Shape {

  /** One text. */
  record Scalar(Kind<?> kind) implements Shape {}

  /** A list, as it may be; a set is one in which nothing stands twice either way. */
  record Many(Shape item, boolean asSet, boolean repeating) implements Shape {
    Many allowingRepeats() {
      return new Many(item, asSet, true);
    }
  }

  /** A section whose keys are names. */
  record Named(Kind<?> name, Shape value) implements Shape {}

  /** A section whose keys are known. */
  record Fields(Class<? extends Record> type) implements Shape {}

  /**
   * The shape of {@code type}.
   *
   * @param form of its texts; null for the type's own
   */
  static Shape of(Type type, @Nullable Form form) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      if (generic.getRawType() == Map.class) {
        return new Named(name(of[0], of[1]), of(of[1], form));
      }
      if (generic.getRawType() == List.class || generic.getRawType() == Set.class) {
        return new Many(of(of[0], form), generic.getRawType() == Set.class, false);
      }
    } else if (type instanceof Class<?> one) {
      if (one.isRecord() && Kinds.of(one).isEmpty()) {
        return new Fields(one.asSubclass(Record.class));
      }
      if (form != null) {
        return new Scalar(form.kind());
      }
      return new Scalar(
          Kinds.of(one).orElseThrow(() -> new IllegalArgumentException("no form for " + one)));
    }
    throw new IllegalArgumentException("no form for " + type);
  }

  /** Names of sections are names; names of texts are any words. */
  private static Kind<?> name(Type type, Type value) {
    if (type == String.class) {
      return value == String.class ? Form.TEXT.kind() : Form.NAME.kind();
    }
    return Kinds.of((Class<?>) type)
        .orElseThrow(() -> new IllegalArgumentException("no name is a " + type));
  }
}
