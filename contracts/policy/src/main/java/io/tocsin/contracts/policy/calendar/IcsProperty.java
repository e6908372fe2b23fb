package io.tocsin.contracts.policy.calendar;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of an iCalendar file, unfolded: {@code DTSTART;TZID=Africa/Cairo:20260105T090000}. */
record IcsProperty(String name, Map<String, String> parameters, String value) {
  IcsProperty {
    parameters = Map.copyOf(parameters);
  }

  @Nullable String parameter(String parameter) {
    String text = parameters.get(parameter);
    return text == null ? null : text.replace("\"", "");
  }
}
