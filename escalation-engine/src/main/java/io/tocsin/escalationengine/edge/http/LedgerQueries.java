package io.tocsin.escalationengine.edge.http;

import io.tocsin.escalationengine.edge.ledger.LedgerView;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /api/ledger}: whether every accepted alert has come to an end. */
final class LedgerQueries {
  private final LedgerView ledger;

  LedgerQueries(LedgerView ledger) {
    this.ledger = ledger;
  }

  Mono<ServerResponse> show(ServerRequest request) {
    ApiRequests.actor(request);
    return ApiRequests.json(ServerResponse.ok(), ledger.report());
  }
}
