package io.tocsin.allinone.cases.file;

import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.edge.json.JacksonReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which tool a body is of, where its fields leave no doubt. */
final class Shapes {
  /** The first whose fields are all there. */
  private static final Map<String, List<Set<String>>> SHAPES = new LinkedHashMap<>();

  static {
    SHAPES.put("cloudwatch", List.of(Set.of("TopicArn", "MessageId"), Set.of("AlarmName")));
    SHAPES.put("eventbridge", List.of(Set.of("detail-type", "detail", "source")));
    SHAPES.put("cloudevents", List.of(Set.of("specversion", "type", "source")));
    SHAPES.put("grafana", List.of(Set.of("alerts", "orgId")));
    SHAPES.put("alertmanager", List.of(Set.of("alerts", "groupKey", "receiver")));
    SHAPES.put("pagerduty", List.of(Set.of("routing_key", "event_action")));
    SHAPES.put(
        "datadog",
        List.of(
            Set.of("alert_transition"),
            Set.of("transition"),
            Set.of("alert_cycle_key"),
            Set.of("alert_id"),
            Set.of("event_type"),
            Set.of("alertTransition"),
            Set.of("alertCycleKey")));
  }

  private Shapes() {}

  /**
   * Empty where they leave doubt.
   *
   * @throws Unreadable when it is no body at all; the message says where it is broken
   */
  static Optional<String> guess(byte[] body) throws Unreadable {
    Object read = new JacksonReader().read(body, null);
    Object first = read instanceof List<?> list && !list.isEmpty() ? list.get(0) : read;
    return first instanceof Map<?, ?> object ? guess(object) : Optional.empty();
  }

  private static Optional<String> guess(Map<?, ?> object) {
    Set<String> keys = new TreeSet<>();
    object.keySet().forEach(key -> keys.add(String.valueOf(key)));
    return SHAPES.entrySet().stream()
        .filter(shape -> shape.getValue().stream().anyMatch(keys::containsAll))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
