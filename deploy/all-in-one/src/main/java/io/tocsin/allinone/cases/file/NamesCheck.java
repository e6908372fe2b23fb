package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Known;
import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Places;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether everything that is {@link Known} in a file is. */
final class NamesCheck {
  private final Vocabulary vocabulary;
  private final Places places;

  NamesCheck(Vocabulary vocabulary, Places places) {
    this.vocabulary = vocabulary;
    this.places = places;
  }

  /** Reports every name that is none in {@code record} and below it. */
  void check(Record record) {
    check(record, false);
  }

  private void check(Record record, boolean pending) {
    boolean waits = pending || record instanceof CaseFile.OfCase ofCase && ofCase.pending() != null;
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Known known = component.getAnnotation(Known.class);
      Object value = value(record, component);
      boolean grows = known != null && waits && known.value().isGrowing();
      if (value instanceof List<?> items) {
        for (int i = 0; i < items.size(); i++) {
          check(record, component.getName() + "/" + i, items.get(i), grows ? null : known, waits);
        }
      } else {
        check(record, component.getName(), value, grows ? null : known, waits);
      }
    }
  }

  private void check(
      Record where,
      String component,
      @Nullable Object value,
      @Nullable Known known,
      boolean pending) {
    if (value instanceof Record below) {
      check(below, pending);
    } else if (known != null && value instanceof String name) {
      vocabulary
          .remedy(known.value(), name)
          .ifPresent(
              remedy ->
                  places.report(new Flaw(where, component, known.value().otherwise(), remedy)));
    }
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
