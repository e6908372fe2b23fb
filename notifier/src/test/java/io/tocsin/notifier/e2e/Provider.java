package io.tocsin.notifier.e2e;

import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import tools.jackson.databind.JsonNode;

/** A stand-in for PagerDuty that keeps what arrived. */
final class Provider implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private volatile Function<Event, MockResponse> answer = event -> accepted();

  Provider() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            if (request.getMethod().equals("HEAD")) {
              // whether it is there
              return status(404);
            }
            JsonNode body = ContractJson.MAPPER.readTree(request.getBody().utf8());
            Event event =
                new Event(
                    body.get("event_action").asString(), body.get("dedup_key").asString(), body);
            events.add(event);
            return answer.apply(event);
          }
        });
    server.start();
  }

  static MockResponse accepted() {
    return new MockResponse.Builder()
        .code(202)
        .body("{\"status\":\"success\",\"message\":\"Event processed\"}")
        .build();
  }

  static MockResponse status(int code) {
    return new MockResponse.Builder().code(code).build();
  }

  void answers(Function<Event, MockResponse> how) {
    answer = how;
  }

  String url() {
    return server.url("/pagerduty").toString();
  }

  /** What arrived about {@code incident}, in order. */
  List<Event> about(String incident) {
    return events.stream().filter(event -> event.key().contains("-" + incident + "-")).toList();
  }

  /** What arrived about the incidents of these numbers. */
  List<Event> aboutIncidentsFrom(long first, long end) {
    return events.stream()
        .filter(
            event -> {
              long number = Long.parseLong(event.key().split("-")[2]);
              return number >= first && number < end;
            })
        .toList();
  }

  List<String> actionsAbout(String incident) {
    return about(incident).stream().map(Event::action).toList();
  }

  @Override
  public void close() {
    server.close();
  }

  record Event(String action, String key, JsonNode body) {}
}
