package io.tocsin.contracts.policy.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One {@code BEGIN} to {@code END} of an iCalendar file; filled while the file is read. */
record IcsComponent(String name, List<IcsProperty> properties, List<IcsComponent> parts) {

  static IcsComponent empty(String name) {
    return new IcsComponent(name, new ArrayList<>(), new ArrayList<>());
  }

  List<IcsComponent> parts(String wanted) {
    return parts.stream().filter(part -> part.name.equals(wanted)).toList();
  }

  List<IcsProperty> all(String property) {
    return properties.stream().filter(each -> each.name().equals(property)).toList();
  }

  Optional<IcsProperty> first(String property) {
    return all(property).stream().findFirst();
  }

  /** The value of {@code property}, or nothing. */
  String text(String property) {
    return first(property).map(IcsProperty::value).orElse("");
  }

  IcsProperty need(String property) {
    return first(property).orElseThrow(() -> new IllegalArgumentException("it has no " + property));
  }
}
