package io.tocsin.escalationengine.edge.http;

import java.time.InstantSource;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Every answer of the API says what time it is for the engine: a countdown elsewhere goes by it.
 */
final class DateFilter implements WebFilter, Ordered {
  private final InstantSource clock;

  DateFilter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public int getOrder() {
    return -300;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (ApiPaths.covers(exchange.getRequest())) {
      exchange.getResponse().getHeaders().setDate(clock.instant().toEpochMilli());
    }
    return chain.filter(exchange);
  }
}
