package io.tocsin.notifier.e2e;

import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A stand-in for GitHub's issues that keeps what was opened and written. */
final class Tickets implements AutoCloseable {
  private static final Pattern PATH =
      Pattern.compile("/repos/healthflow/portals/issues(?:/(\\d+)(/comments)?)?(?:\\?.*)?");

  private final MockWebServer server = new MockWebServer();
  private final List<String> issues = new ArrayList<>();
  private final Map<Integer, List<String>> comments = new LinkedHashMap<>();

  Tickets() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start();
  }

  String url() {
    return server.url("/").toString();
  }

  /** An issue that is there already; its number. */
  synchronized int open(String body) {
    issues.add(body);
    return issues.size();
  }

  /** The numbers of the issues that bear a mark of {@code incident}. */
  synchronized List<Integer> of(String incident) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < issues.size(); i++) {
      if (issues.get(i).contains("/" + incident + "/")) {
        numbers.add(i + 1);
      }
    }
    return numbers;
  }

  synchronized List<String> commentsOf(int number) {
    return List.copyOf(comments.getOrDefault(number, List.of()));
  }

  private synchronized MockResponse answer(RecordedRequest request) {
    if (request.getTarget().endsWith("/repos/healthflow/portals")) {
      return json(200, Map.of("full_name", "healthflow/portals"));
    }
    Matcher path = PATH.matcher(request.getTarget());
    if (!path.matches()) {
      return json(404, Map.of("message", "Not Found"));
    }
    boolean asks = request.getMethod().equals("GET");
    if (path.group(1) == null) {
      return asks ? json(200, shown(issues, "number")) : numbered("number", open(body(request)));
    }
    List<String> below =
        comments.computeIfAbsent(Integer.valueOf(path.group(1)), any -> new ArrayList<>());
    if (asks) {
      return json(200, shown(below, "id"));
    }
    below.add(body(request));
    return numbered("id", below.size());
  }

  private static List<Map<String, Object>> shown(List<String> bodies, String name) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      all.add(Map.of(name, i + 1, "body", bodies.get(i)));
    }
    return all;
  }

  private static String body(RecordedRequest request) {
    return ContractJson.MAPPER.readTree(request.getBody().utf8()).path("body").asString("");
  }

  private static MockResponse numbered(String name, int number) {
    return json(201, Map.of(name, number));
  }

  private static MockResponse json(int status, Object value) {
    return new MockResponse.Builder()
        .code(status)
        .body(ContractJson.MAPPER.writeValueAsString(value))
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
