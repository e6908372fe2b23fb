package io.tocsin.statuspage.edge.http;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.tocsin.statuspage.core.Overview;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/**
 * {@code /}, {@code /incidents} and {@code /history} for people, its feeds for their readers, and
 * {@code /api/v2} for machines. Answers come from memory: nothing that is away can make them fail.
 */
public final class StatusPageRoutes {
  private static final Logger log = LoggerFactory.getLogger(StatusPageRoutes.class);
  private static final MediaType HTML = utf8("text", "html");
  private static final MediaType JSON = utf8("application", "json");
  private static final MediaType ATOM = utf8("application", "atom+xml");
  private static final MediaType RSS = utf8("application", "rss+xml");
  private static final Pattern SHEET_NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

  private final HtmlPages pages;
  private final StatuspageDocuments documents;
  private final Feeds feeds;
  private final Supplier<Overview> overview;

  /**
   * @param keptFor how long a resolved incident can be read
   */
  public StatusPageRoutes(PageIdentity identity, Duration keptFor, Supplier<Overview> overview) {
    this.pages = new HtmlPages(identity, keptFor);
    this.documents = new StatuspageDocuments(identity);
    this.feeds = new Feeds(identity);
    this.overview = overview;
  }

  /** What goes onto every answer. */
  public WebFilter headers() {
    return new SecurityHeaders(pages.contentSecurityPolicy());
  }

  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .route(read("/"), request -> html(request, Optional.of(pages.overview(overview.get()))))
        .route(read("/incidents/{id}"), this::incident)
        .route(read("/history"), this::history)
        .route(read("/history.atom"), request -> feed(request, ATOM, feeds::atom))
        .route(read("/history.rss"), request -> feed(request, RSS, feeds::rss))
        .add(machines())
        .route(read("/**"), request -> html(request, Optional.empty()))
        .route(path("/**"), StatusPageRoutes::notAllowed)
        .onError(Throwable.class, StatusPageRoutes::failed)
        .build();
  }

  private RouterFunction<ServerResponse> machines() {
    return RouterFunctions.route()
        .route(document("summary"), request -> json(request, documents::summary))
        .route(document("status"), request -> json(request, documents::status))
        .route(document("components"), request -> json(request, documents::components))
        .route(document("incidents"), request -> json(request, documents::incidents))
        .route(document("incidents/unresolved"), request -> json(request, documents::unresolved))
        .route(
            document("scheduled-maintenances")
                .or(document("scheduled-maintenances/upcoming"))
                .or(document("scheduled-maintenances/active")),
            request -> json(request, documents::maintenances))
        .route(read("/api/**"), StatusPageRoutes::notFoundForMachines)
        .build();
  }

  private static RequestPredicate document(String name) {
    return read("/api/v2/" + name + ".json");
  }

  private static RequestPredicate read(String path) {
    return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(path));
  }

  private Mono<ServerResponse> incident(ServerRequest request) {
    return html(request, pages.incident(overview.get(), request.pathVariable("id")));
  }

  private Mono<ServerResponse> history(ServerRequest request) {
    return html(
        request,
        Optional.of(request.queryParam("page").orElse("1"))
            .filter(number -> SHEET_NUMBER.matcher(number).matches())
            .flatMap(number -> pages.history(overview.get(), Integer.parseInt(number))));
  }

  private Mono<ServerResponse> html(ServerRequest request, Optional<String> page) {
    return page.map(html -> Answers.found(request, HTML, html.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(() -> Answers.notFound(HTML, pages.notFound().getBytes(StandardCharsets.UTF_8)));
  }

  private Mono<ServerResponse> json(ServerRequest request, Function<Overview, Object> document) {
    return Answers.found(request, JSON, Wire.json(document.apply(overview.get())));
  }

  private Mono<ServerResponse> feed(
      ServerRequest request, MediaType type, Function<Overview, byte[]> feed) {
    return Answers.found(request, type, feed.apply(overview.get()));
  }

  private static Mono<ServerResponse> notFoundForMachines(ServerRequest request) {
    return Answers.problem(
        HttpStatus.NOT_FOUND,
        request.path() + " is not served here; /api/v2/summary.json holds everything");
  }

  private static Mono<ServerResponse> notAllowed(ServerRequest request) {
    return Answers.problem(
        HttpStatus.METHOD_NOT_ALLOWED,
        "this page can only be read: use GET instead of " + request.method());
  }

  private static Mono<ServerResponse> failed(Throwable thrown, ServerRequest request) {
    log.error("{} could not be answered", request.path(), thrown);
    return Answers.problem(
        HttpStatus.INTERNAL_SERVER_ERROR, "the page could not be made; its log says why");
  }

  private static MediaType utf8(String type, String subtype) {
    return new MediaType(type, subtype, StandardCharsets.UTF_8);
  }
}
