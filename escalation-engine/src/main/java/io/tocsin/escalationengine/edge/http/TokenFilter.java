package io.tocsin.escalationengine.edge.http;

import io.tocsin.contracts.events.Actor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets only people with a token of their own call the API, and says who calls. */
final class TokenFilter implements WebFilter, Ordered {
  /** The exchange's attribute that holds the {@link Actor}. */
  static final String ACTOR = TokenFilter.class.getName() + ".actor";

  private static final Pattern BEARER = Pattern.compile("(?i)bearer ([\\x21-\\x7e]{1,512})");

  private final Tokens tokens;

  TokenFilter(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The one answer to every call without a good token. */
  static ApiProblem unauthorized() {
    return ApiProblem.of(
        HttpStatus.UNAUTHORIZED,
        "this call needs 'Authorization: Bearer' with a token of your own; ask whoever runs Tocsin");
  }

  @Override
  public int getOrder() {
    return -100;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!ApiPaths.covers(exchange.getRequest())) {
      return chain.filter(exchange);
    }
    Optional<Actor> actor = actor(exchange.getRequest());
    if (actor.isEmpty()) {
      return Mono.error(unauthorized());
    }
    exchange.getAttributes().put(ACTOR, actor.get());
    return chain.filter(exchange);
  }

  private Optional<Actor> actor(ServerHttpRequest request) {
    List<String> headers = request.getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
    if (headers.size() != 1) {
      return Optional.empty();
    }
    Matcher bearer = BEARER.matcher(headers.get(0));
    return bearer.matches()
        ? tokens
            .personOf(bearer.group(1))
            .map(person -> new Actor(person, Client.of(request.getHeaders()).via()))
        : Optional.empty();
  }
}
