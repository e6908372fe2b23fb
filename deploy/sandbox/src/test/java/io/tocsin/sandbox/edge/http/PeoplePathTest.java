package io.tocsin.sandbox.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tocsin.sandbox.RunningSandbox;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /people}: what somebody does at a provider is told to Tocsin. */
class PeoplePathTest {
  @TempDir Path directory;

  private final List<String> told = new CopyOnWriteArrayList<>();
  private volatile String answer = "";
  private HttpServer tocsin;
  private RunningSandbox sandbox;

  @BeforeEach
  void start() throws Exception {
    tocsin = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    tocsin.createContext(
        "/callbacks",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          told.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("X-pagerduty-signature")
                  + " "
                  + exchange.getRequestHeaders().getFirst("X-hub-signature-256")
                  + " "
                  + body);
          byte[] words = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, words.length == 0 ? -1 : words.length);
          exchange.getResponseBody().write(words);
          exchange.close();
        });
    tocsin.start();
    sandbox =
        new RunningSandbox(
            directory,
            Map.of(
                "tocsin.sandbox.callbacks.url",
                "http://127.0.0.1:" + tocsin.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    sandbox.close();
    tocsin.stop(0);
  }

  @Test
  void anAcknowledgementIsToldSigned() {
    sandbox.page("trigger", "key-1").expectStatus().isAccepted();
    act("pagerduty", "acknowledge", "key-1").isEqualTo("{\"answered\":200}");
    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("/callbacks/pagerduty v1=")
        .contains("incident.acknowledged", "key-1");
  }

  @Test
  void aCommentOnAnIssueIsToldSigned() {
    sandbox
        .client()
        .post()
        .uri("/github/repos/healthflow/portals/issues")
        .bodyValue("{\"title\":\"INCIDENT\"}")
        .exchange()
        .expectStatus()
        .isCreated();
    act("github", "comment", "healthflow/portals#1").isEqualTo("{\"answered\":200}");
    assertThat(told).singleElement().asString().contains("sha256=", "\"created\"");
  }

  @Test
  void whatTocsinAnsweredIsSaid() {
    answer = "<Response/>";
    sandbox.page("trigger", "key-1").expectStatus().isAccepted();

    act("pagerduty", "acknowledge", "key-1")
        .isEqualTo("{\"answered\":200,\"said\":\"<Response/>\"}");
  }

  @Test
  void whatIsNotThereIsSaid() {
    act("pagerduty", "resolve", "no-such-key")
        .asString()
        .contains("There is no 'no-such-key' at pagerduty.");
    assertThat(told).isEmpty();
  }

  @Test
  void whenTocsinDoesNotAnswerItIsSaid() {
    sandbox.page("trigger", "key-1").expectStatus().isAccepted();
    tocsin.stop(0);
    act("pagerduty", "acknowledge", "key-1").asString().contains("Tocsin was not told");
  }

  @Test
  void issuesComeBackAfterARestart() {
    aCommentOnAnIssueIsToldSigned();
    sandbox.close();
    sandbox = new RunningSandbox(directory, Map.of());
    sandbox
        .client()
        .get()
        .uri("/github/repos/healthflow/portals/issues?state=all")
        .exchange()
        .expectBody()
        .jsonPath("$[0].title")
        .isEqualTo("INCIDENT");
  }

  private AbstractStringAssert<?> act(String provider, String act, String on) {
    byte[] body =
        sandbox
            .client()
            .post()
            .uri("/people")
            .bodyValue(
                "{\"provider\":\"%s\",\"act\":\"%s\",\"person\":\"On-call\",\"on\":\"%s\",\"text\":\"x\"}"
                    .formatted(provider, act, on))
            .exchange()
            .expectBody()
            .returnResult()
            .getResponseBody();
    return assertThat(body == null ? "" : new String(body, StandardCharsets.UTF_8));
  }
}
