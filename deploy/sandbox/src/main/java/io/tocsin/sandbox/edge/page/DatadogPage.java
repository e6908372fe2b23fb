package io.tocsin.sandbox.edge.page;

import io.tocsin.sandbox.core.Datadog;
import io.tocsin.sandbox.core.ReceivedRequest;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was written back to Datadog: its events, the newest first. */
record DatadogPage(List<Event> events) {

  /** An event in the stream. */
  record Event(String title, String text, Moment at, List<String> tags) {}

  /**
   * @param newestFirst what Datadog was asked
   */
  static DatadogPage of(List<ReceivedRequest> newestFirst, SandboxJson json) {
    return new DatadogPage(
        newestFirst.stream()
            .filter(each -> each.path().equals(Datadog.EVENTS) && each.takenAs() != null)
            .map(each -> event(each, json.object(each.body()).orElse(Map.of())))
            .toList());
  }

  private static Event event(ReceivedRequest request, Map<String, Object> said) {
    List<String> tags =
        said.get("tags") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of();
    return new Event(text(said, "title"), text(said, "text"), Moment.of(request.at()), tags);
  }

  private static String text(Map<String, Object> said, String name) {
    return Objects.toString(said.get(name), "");
  }
}
