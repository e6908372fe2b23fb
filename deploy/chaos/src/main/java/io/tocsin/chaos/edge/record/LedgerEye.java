package io.tocsin.chaos.edge.record;

import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the system's own ledger says: at rest nothing is waiting, lost, doubled or invented. */
public final class LedgerEye {
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final List<String> NOTHING =
      List.of("waiting", "unaccounted", "doubled", "withoutAlert");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String token;

  /**
   * @param engine where the API is
   * @param token of somebody who may ask
   */
  public LedgerEye(String engine, String token) {
    this.url = engine + "/api/ledger";
    this.token = token;
  }

  /** Why the ledger does not balance; empty when it does. */
  public String imbalance() {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(url))
                  .timeout(ANSWER)
                  .header("Authorization", "Bearer " + token)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200
          ? imbalance(ContractJson.MAPPER.readTree(answer.body()))
          : "the ledger answers " + answer.statusCode();
    } catch (IOException | JacksonException e) {
      return "the ledger does not answer (" + e.getClass().getSimpleName() + ")";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted while the ledger was asked";
    }
  }

  private static String imbalance(JsonNode report) {
    boolean balances =
        report.hasNonNull("asOf")
            && report.path("lag").asLong(-1) == 0
            && NOTHING.stream().allMatch(name -> report.path(name).asLong(-1) == 0);
    return balances ? "" : "the ledger does not balance: " + report;
  }
}
