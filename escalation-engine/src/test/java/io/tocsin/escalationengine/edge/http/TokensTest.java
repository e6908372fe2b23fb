package io.tocsin.escalationengine.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        "Basic correct-horse-battery-staple",
        "correct-horse-battery-staple",
        "Bearer  correct-horse-battery-staple",
        "Bearer CORRECT-HORSE-BATTERY-STAPLE",
        "Bearer " + RunningApi.HASH
      })
  void anyOtherProofIsRefusedWithTheSameAnswer(String header) {
    assertRefused("/api/incidents", header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/incidents",
        "/api/incidents/RX-1",
        "/api/nothing",
        "/api",
        "/api/",
        "/%61pi/incidents",
        "/api;x=1/incidents"
      })
  void everyPathOfTheApiWantsAToken(String path) {
    assertRefused(path, "Bearer wrong");
  }

  @Test
  void aGoodTokenOpensTheSamePath() {
    RunningApi.operator().get().uri("/api/incidents").exchange().expectStatus().isOk();
  }

  @Test
  void theFileIsReadAgainWhenItChanges() throws IOException {
    Path file = folder.resolve("tokens.yaml");
    Tokens tokens = new Tokens(file);
    assertThat(tokens.personOf(RunningApi.TOKEN)).isEmpty();

    write(file, "tokens:\n  operator: " + RunningApi.HASH + "\n", 1);
    assertThat(tokens.personOf(RunningApi.TOKEN)).hasValue("operator");

    write(file, "tokens:\n  observer: " + RunningApi.HASH + "\n", 2);
    assertThat(tokens.personOf(RunningApi.TOKEN)).hasValue("observer");

    Files.delete(file);
    assertThat(tokens.personOf(RunningApi.TOKEN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tokens:",
        "tokens: [",
        "operator: " + RunningApi.HASH,
        "tokens: {operator: correct-horse-battery-staple}",
        "tokens: {operator: 'sha256:'}",
        "tokens: {'an operator': '" + RunningApi.HASH + "'}"
      })
  void aFileOfAnotherFormLetsNobodyIn(String content) throws IOException {
    Path file = folder.resolve("tokens.yaml");
    Files.writeString(file, content);

    assertThat(new Tokens(file).personOf(RunningApi.TOKEN)).isEmpty();
  }

  @Test
  void aWrongEntryShutsOutOnlyItself() throws IOException {
    Path file = folder.resolve("tokens.yaml");
    Files.writeString(file, "tokens:\n  intern: not-a-hash\n  operator: " + RunningApi.HASH + "\n");

    assertThat(new Tokens(file).personOf(RunningApi.TOKEN)).hasValue("operator");
  }

  private static void write(Path file, String content, long second) throws IOException {
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
  }

  private static void assertRefused(String path, String header) {
    RunningApi.anybody(RunningApi.context())
        .get()
        .uri(java.net.URI.create(baseUrl() + path))
        .headers(headers -> headers.set("Authorization", header))
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .valueEquals("WWW-Authenticate", "Bearer realm=\"tocsin\"")
        .expectBody()
        .json(
            "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\"detail\":"
                + "\"this call needs 'Authorization: Bearer' with a token of your own;"
                + " ask whoever runs Tocsin\"}");
  }

  private static String baseUrl() {
    return "http://127.0.0.1:"
        + RunningApi.context().getEnvironment().getProperty("local.server.port");
  }
}
