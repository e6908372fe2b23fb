package io.tocsin.statuspage.edge.http;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.tocsin.statuspage.core.Overview;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/**
 * {@code /} for people and {@code /api/v2} for machines. Answers come from memory: nothing that is
 * away can make them fail.
 */
public final class StatusPageRoutes {
  private static final Logger log = LoggerFactory.getLogger(StatusPageRoutes.class);
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final MediaType JSON =
      new MediaType("application", "json", StandardCharsets.UTF_8);
  private static final CacheControl BRIEFLY =
      CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic();

  private final HtmlPages pages;
  private final StatuspageDocuments documents;
  private final Supplier<Overview> overview;
  private final InstantSource clock;

  public StatusPageRoutes(PageIdentity identity, Supplier<Overview> overview, InstantSource clock) {
    this.pages = new HtmlPages(identity);
    this.documents = new StatuspageDocuments(identity);
    this.overview = overview;
    this.clock = clock;
  }

  /** What goes onto every answer. */
  public WebFilter headers() {
    return new SecurityHeaders(pages.contentSecurityPolicy());
  }

  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .route(read("/"), request -> html(HttpStatus.OK, this::overviewPage))
        .route(read("/api/v2/summary.json"), request -> json(documents::summary))
        .route(read("/api/v2/status.json"), request -> json(documents::status))
        .route(read("/api/v2/components.json"), request -> json(documents::components))
        .route(read("/api/v2/incidents/unresolved.json"), request -> json(documents::unresolved))
        .route(path("/api/**"), StatusPageRoutes::notFoundForMachines)
        .route(read("/**"), request -> html(HttpStatus.NOT_FOUND, pages::notFound))
        .route(path("/**"), StatusPageRoutes::notAllowed)
        .onError(Throwable.class, StatusPageRoutes::failed)
        .build();
  }

  private static RequestPredicate read(String path) {
    return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(path));
  }

  private String overviewPage() {
    return pages.overview(overview.get(), clock.instant());
  }

  private static Mono<ServerResponse> html(HttpStatus status, Supplier<String> page) {
    return ServerResponse.status(status)
        .contentType(HTML)
        .cacheControl(BRIEFLY)
        .bodyValue(page.get());
  }

  private Mono<ServerResponse> json(Function<Overview, Object> document) {
    return ServerResponse.ok()
        .contentType(JSON)
        .cacheControl(BRIEFLY)
        .bodyValue(Wire.json(document.apply(overview.get())));
  }

  private static Mono<ServerResponse> notFoundForMachines(ServerRequest request) {
    return problem(
        HttpStatus.NOT_FOUND,
        request.path() + " is not served here; /api/v2/summary.json holds everything");
  }

  private static Mono<ServerResponse> notAllowed(ServerRequest request) {
    return problem(
        HttpStatus.METHOD_NOT_ALLOWED,
        "this page can only be read: use GET instead of " + request.method());
  }

  private static Mono<ServerResponse> failed(Throwable thrown, ServerRequest request) {
    log.error("{} could not be answered", request.path(), thrown);
    return problem(
        HttpStatus.INTERNAL_SERVER_ERROR, "the page could not be made; its log says why");
  }

  private static Mono<ServerResponse> problem(HttpStatus status, String detail) {
    ServerResponse.BodyBuilder response =
        ServerResponse.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (status == HttpStatus.METHOD_NOT_ALLOWED) {
      response.allow(HttpMethod.GET, HttpMethod.HEAD);
    }
    return response.bodyValue(ProblemDetail.forStatusAndDetail(status, detail));
  }
}
