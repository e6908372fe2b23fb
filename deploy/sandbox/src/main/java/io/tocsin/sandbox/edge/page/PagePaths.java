package io.tocsin.sandbox.edge.page;

import io.tocsin.sandbox.core.Heartbeats;
import io.tocsin.sandbox.core.Mail;
import io.tocsin.sandbox.core.Person;
import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.core.ReceivedRequest;
import io.tocsin.sandbox.core.RecentRequests;
import io.tocsin.sandbox.edge.http.People;
import io.tocsin.sandbox.edge.http.Reception;
import io.tocsin.sandbox.edge.json.SandboxJson;
import io.tocsin.sandbox.edge.smtp.MailReading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The pages: {@code /}, and one for each kind of receiver. */
public final class PagePaths {
  private static final int RAW = 30;
  static final int MAILS = 200;
  static final int EVENTS = 200;

  /** A mail program shows a mail so: nothing is loaded, nothing runs, nothing is sent. */
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

  private final Reception reception;
  private final Heartbeats heartbeats;
  private final SandboxJson json;
  private final List<Person> people;
  private final Pages pages = new Pages();
  private final Markdown markdown = new Markdown();

  private PagePaths(Shown shown, SandboxJson json) {
    this.reception = shown.reception();
    this.heartbeats = shown.heartbeats();
    this.people = shown.people();
    this.json = json;
  }

  /**
   * What the pages show.
   *
   * @param people who may act on them
   */
  public record Shown(Reception reception, Heartbeats heartbeats, List<Person> people) {
    public Shown {
      people = List.copyOf(people);
    }
  }

  /** Adds the pages, and what their forms lead to. */
  public static void add(
      RouterFunctions.Builder paths, Shown shown, People acting, SandboxJson json) {
    PagePaths all = new PagePaths(shown, json);
    PeopleForms forms = new PeopleForms(acting, shown.reception(), all.pages);
    paths
        .GET("/", all::overview)
        .GET("/pagerduty", all::pagerDuty)
        .GET("/slack", all::slack)
        .GET("/phone", all::phone)
        .GET("/mail", all::mail)
        .GET("/mail/html", all::html)
        .GET("/github", all::gitHub)
        .GET("/datadog", all::datadog)
        .GET("/beats", all::beats)
        .GET("/sandbox.css", request -> resource("sandbox.css", "text/css"))
        .GET("/sandbox.js", request -> resource("sandbox.js", "text/javascript"))
        .POST("/people/{provider}", forms::act);
  }

  private Mono<ServerResponse> overview(ServerRequest request) {
    List<OverviewPage.Raw> raw =
        newest(any -> true, RAW).stream().map(each -> OverviewPage.raw(each, json)).toList();
    List<OverviewPage.Receiver> receivers =
        Receivers.of(reception, heartbeats.all(), reception.now());
    return show("overview", request, new OverviewPage(receivers, raw));
  }

  private Mono<ServerResponse> pagerDuty(ServerRequest request) {
    Visit visit = Visit.of(request);
    return pages.show(
        HttpStatus.OK,
        "pagerduty",
        visit,
        PagerDutyPage.of(reception.alerts(), people, json, visit));
  }

  private Mono<ServerResponse> slack(ServerRequest request) {
    Visit visit = Visit.of(request);
    return pages.show(
        HttpStatus.OK,
        "slack",
        visit,
        reception.slack(slack -> SlackPage.of(slack, people, json, visit)));
  }

  private Mono<ServerResponse> phone(ServerRequest request) {
    Visit visit = Visit.of(request);
    return pages.show(
        HttpStatus.OK,
        "phone",
        visit,
        reception.phone(phone -> PhonePage.of(phone, people, visit)));
  }

  private Mono<ServerResponse> mail(ServerRequest request) {
    return show("mail", request, MailPage.of(mails()));
  }

  private Mono<ServerResponse> gitHub(ServerRequest request) {
    Visit visit = Visit.of(request);
    return pages.show(
        HttpStatus.OK, "github", visit, GitHubPage.of(reception.issues(), markdown, visit));
  }

  private Mono<ServerResponse> datadog(ServerRequest request) {
    return show(
        "datadog",
        request,
        DatadogPage.of(newest(each -> each.provider() == Provider.DATADOG, EVENTS), json));
  }

  private Mono<ServerResponse> beats(ServerRequest request) {
    return show("beats", request, HeartbeatPage.of(heartbeats.all(), reception.now()));
  }

  /** The HTML part of a mail, for a frame. */
  private Mono<ServerResponse> html(ServerRequest request) {
    String id = request.queryParam("id").orElse("");
    String html =
        mails().stream()
            .filter(mail -> mail.id().equals(id))
            .map(Mail::html)
            .findFirst()
            .orElse("<p>This mail is no longer remembered.</p>");
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .header("Content-Security-Policy", MAIL_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .bodyValue(html);
  }

  private List<Mail> mails() {
    return newest(each -> each.provider() == Provider.EMAIL, MAILS).stream()
        .flatMap(each -> MailReading.of(each).stream())
        .toList();
  }

  private List<ReceivedRequest> newest(Predicate<RecentRequests.Entry> kind, int limit) {
    List<ReceivedRequest> newest = new ArrayList<>();
    reception.newest(kind, limit).forEach(each -> newest.add(json.request(each)));
    Collections.reverse(newest);
    return newest;
  }

  private Mono<ServerResponse> show(String name, ServerRequest request, Object view) {
    return pages.show(HttpStatus.OK, name, Visit.of(request), view);
  }

  private static Mono<ServerResponse> resource(String name, String type) {
    return ServerResponse.ok()
        .contentType(MediaType.valueOf(type))
        .header("X-Content-Type-Options", "nosniff")
        .bodyValue(new ClassPathResource(name, PagePaths.class));
  }
}
