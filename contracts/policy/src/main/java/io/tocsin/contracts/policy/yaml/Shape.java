package io.tocsin.contracts.policy.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a value in a policy file, taken from the Java type that it becomes. */
sealed interface Shape {

  /** One text. */
  record Scalar(Kind<?> kind) implements Shape {}

  /** A list, as it may be; a set is one in which nothing stands twice either way. */
  record Many(Shape item, boolean asSet, boolean repeating, boolean orOne) implements Shape {
    Many allowing(boolean repeats, boolean one) {
      return new Many(item, asSet, repeats, one);
    }
  }

  /** A section whose keys are names. */
  record Named(Kind<?> name, Shape value) implements Shape {}

  /** A section whose keys are known. */
  record Fields(Class<? extends Record> type) implements Shape {}

  /** One of several sets of keys, which stand among those of the section that holds it. */
  record OneOf(Class<?> type, List<Class<? extends Record>> options) implements Shape {}

  /** Whatever is written: sections, lists and texts. */
  record Anything() implements Shape {}

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
        return new Many(of(of[0], form), generic.getRawType() == Set.class, false, false);
      }
    } else if (type instanceof Class<?> one) {
      if (one.isRecord() && Kinds.of(one).isEmpty()) {
        return new Fields(one.asSubclass(Record.class));
      }
      if (one.isInterface() && one.isSealed()) {
        return new OneOf(one, options(one).toList());
      }
      if (one == Object.class) {
        return new Anything();
      }
      if (form != null) {
        return new Scalar(form.kind());
      }
      return new Scalar(
          Kinds.of(one).orElseThrow(() -> new IllegalArgumentException("no form for " + one)));
    }
    throw new IllegalArgumentException("no form for " + type);
  }

  private static Stream<Class<? extends Record>> options(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(one -> one.isRecord() ? Stream.of(one.asSubclass(Record.class)) : options(one));
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
