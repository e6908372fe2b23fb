package io.tocsin.alertingest.edge.http;

import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.ContractJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectWriter;

/**
 * What a 202 says: the alerts that Kafka has, and whether something was put aside for a person.
 *
 * @param alerts absent when there is none
 * @param quarantined true, or absent
 * @param reason of the first part that was put aside
 */
record Answer(
    @Nullable List<Receipt> alerts, @Nullable Boolean quarantined, @Nullable String reason) {
  private static final ObjectWriter JSON = ContractJson.MAPPER.writerFor(Answer.class);

  static Answer of(ParseResult result) {
    List<Receipt> receipts = result.alerts().stream().map(Receipt::of).toList();
    return new Answer(
        receipts.isEmpty() ? null : receipts,
        result.unusable().isEmpty() ? null : Boolean.TRUE,
        result.unusable().isEmpty() ? null : result.unusable().get(0).reason());
  }

  static Answer quarantined(String reason) {
    return new Answer(null, Boolean.TRUE, reason);
  }

  Mono<ServerResponse> accepted() {
    return ServerResponse.status(HttpStatus.ACCEPTED)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(JSON.writeValueAsBytes(this));
  }

  /** One alert as it was taken: a repeated delivery gets the same again. */
  record Receipt(AlertId id, AlertKey key) {
    static Receipt of(Alert alert) {
      return new Receipt(alert.id(), alert.key());
    }
  }
}
