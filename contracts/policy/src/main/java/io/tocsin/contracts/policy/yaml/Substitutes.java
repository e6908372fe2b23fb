package io.tocsin.contracts.policy.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands in for a value that is missing or wrong: its defaults, or nothing. */
final class Substitutes {
  private Substitutes() {}

  static @Nullable Object of(Shape shape) {
    if (shape instanceof Shape.Scalar scalar) {
      return scalar.kind().instead();
    }
    if (shape instanceof Shape.Many many) {
      return many.asSet() ? Set.of() : List.of();
    }
    if (shape instanceof Shape.Named) {
      return Map.of();
    }
    return shape instanceof Shape.Fields fields ? of(fields.type()) : null;
  }

  static Record of(Class<? extends Record> type) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Member member : Member.of(type)) {
      String standard = member.standard();
      if (standard != null) {
        values.add(standard(member.shape(), standard));
      } else {
        values.add(member.optional() ? null : of(member.shape()));
      }
    }
    return make(type, values);
  }

  /** The default of a member, as it is written at it. */
  static @Nullable Object standard(Shape shape, String written) {
    if (shape instanceof Shape.Scalar scalar) {
      return scalar
          .kind()
          .parse(written)
          .orElseThrow(() -> new IllegalStateException("no default is " + written));
    }
    return of(shape);
  }

  static Record make(Class<? extends Record> type, List<@Nullable Object> values) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made of " + values, e);
    }
  }
}
