package io.tocsin.allinone.cli;

import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Requests to a running Tocsin; whatever it refuses becomes one line. */
final class Http {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final int FIRST_REFUSAL = 300;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(ANSWER);
  }

  /** The answer's body, when it is a success. */
  String body(HttpRequest request) throws CommandRefused {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= FIRST_REFUSAL) {
        throw new CommandRefused(problem(response));
      }
      return response.body();
    } catch (ConnectException e) {
      throw new CommandRefused(
          "nobody answers at %s; is `tocsin up` running, with the same --port-offset?"
              .formatted(request.uri()),
          e);
    } catch (IOException e) {
      throw new CommandRefused(request.uri() + " cannot be asked: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandRefused("interrupted", e);
    }
  }

  /** RFC 9457 in one line; another body is cut to its first words. */
  private static String problem(HttpResponse<String> response) {
    String status = "refused (" + response.statusCode() + "): ";
    try {
      JsonNode problem = ContractJson.MAPPER.readTree(response.body());
      String title = problem.path("title").asString("");
      String detail = problem.path("detail").asString("");
      String said = title.isEmpty() || detail.isEmpty() ? title + detail : title + ": " + detail;
      if (!said.isEmpty()) {
        return status + said.replaceAll("\\s+", " ");
      }
    } catch (JacksonException noProblemDetails) {
      return status + response.body().strip().lines().findFirst().orElse("without a word");
    }
    return status + "without a word";
  }
}
