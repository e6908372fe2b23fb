package io.tocsin.sandbox.edge.page;

import io.tocsin.sandbox.core.Deed;
import io.tocsin.sandbox.core.Form;
import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.core.SlackWorkspace;
import io.tocsin.sandbox.edge.http.People;
import io.tocsin.sandbox.edge.http.Reception;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is pressed and written on the pages: each form is somebody's deed, told to Tocsin as the
 * provider tells it, and leads back to its page.
 */
final class PeopleForms {
  private static final String FIELD = "field.";

  /** These are answered a moment later, by a form or by words for them alone. */
  private static final Set<Deed.Kind> ANSWERED =
      Set.of(Deed.Kind.PRESS, Deed.Kind.COMMAND, Deed.Kind.SUBMIT);

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private final People people;
  private final Reception reception;
  private final Pages pages;

  PeopleForms(People people, Reception reception, Pages pages) {
    this.people = people;
    this.reception = reception;
    this.pages = pages;
  }

  /** What could not be done, and the way back. */
  record Trouble(String said, String address) {}

  Mono<ServerResponse> act(ServerRequest request) {
    String provider = request.pathVariable("provider");
    return request
        .bodyToMono(byte[].class)
        .defaultIfEmpty(new byte[0])
        .flatMap(body -> act(provider, Form.of(new String(body, StandardCharsets.UTF_8))));
  }

  private Mono<ServerResponse> act(String provider, Form form) {
    String back = back(provider, form);
    if (form.text("act").equals("cancel")) {
      return reception.slack(slack -> putAway(slack, form.text("on"), back));
    }
    Optional<Deed> deed = Deed.of(order(provider, form));
    if (deed.isEmpty()) {
      return trouble(HttpStatus.BAD_REQUEST, "Something is missing. Say who you are first.", back);
    }
    long before = reception.slack(SlackWorkspace::changes);
    return people
        .act(deed.get())
        .flatMap(
            answered ->
                answered.status() / 100 == 2
                    ? settled(deed.get(), before).then(seeOther(back))
                    : trouble(
                        HttpStatus.BAD_GATEWAY,
                        "It was done here, but Tocsin refused to hear of it: it answered "
                            + answered.status()
                            + ". Is the secret of its callbacks the sandbox's?",
                        back))
        .onErrorResume(
            People.NotThere.class,
            nothing -> trouble(HttpStatus.NOT_FOUND, String.valueOf(nothing.getMessage()), back))
        .onErrorResume(
            People.NotTold.class,
            untold -> trouble(HttpStatus.BAD_GATEWAY, String.valueOf(untold.getMessage()), back));
  }

  private static Mono<ServerResponse> putAway(SlackWorkspace slack, String view, String back) {
    slack.views().close(view);
    return seeOther(back);
  }

  private static Map<String, Object> order(String provider, Form form) {
    Map<String, Object> order = new HashMap<>();
    order.put("provider", provider);
    for (String name : Set.of("act", "person", "on", "text")) {
      order.put(name, form.text(name).strip());
    }
    Map<String, String> fields = new LinkedHashMap<>();
    form.fields().keySet().stream()
        .filter(name -> name.startsWith(FIELD))
        .forEach(
            name ->
                fields.put(
                    name.substring(FIELD.length()), form.text(name).replace("\r\n", "\n").strip()));
    order.put("fields", fields);
    return order;
  }

  /** Only to a page of ours: the query is read and written anew. */
  private static String back(String provider, Form form) {
    String path = Provider.named(provider).map(each -> "/" + each.word()).orElse("/");
    Visit visit =
        new Visit(
            path,
            Form.of(form.text("back")).fields().entrySet().stream()
                .collect(
                    LinkedHashMap::new,
                    (all, each) -> all.put(each.getKey(), each.getValue().get(0)),
                    Map::putAll));
    String anchor = form.text("anchor");
    return visit.with("", "") + (anchor.matches("[A-Za-z0-9._-]{1,80}") ? "#" + anchor : "");
  }

  private Mono<Void> settled(Deed deed, long before) {
    return ANSWERED.contains(deed.kind())
        ? Flux.interval(LOOK)
            .filter(tick -> reception.slack(SlackWorkspace::changes) != before)
            .next()
            .timeout(PATIENCE, Mono.empty())
            .then()
        : Mono.empty();
  }

  private static Mono<ServerResponse> seeOther(String address) {
    return ServerResponse.seeOther(URI.create(address)).build();
  }

  private Mono<ServerResponse> trouble(HttpStatus status, String said, String address) {
    return pages.show(
        status, "trouble", new Visit("/people", Map.of()), new Trouble(said, address));
  }
}
