package io.tocsin.sandbox.edge.page;

import io.tocsin.sandbox.core.Mail;
import io.tocsin.sandbox.core.PagerDutyAlert;
import io.tocsin.sandbox.core.Person;
import io.tocsin.sandbox.core.Phone;
import io.tocsin.sandbox.core.PhoneCall;
import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.core.ReceivedRequest;
import io.tocsin.sandbox.core.RecentRequests;
import io.tocsin.sandbox.edge.http.People;
import io.tocsin.sandbox.edge.http.Reception;
import io.tocsin.sandbox.edge.json.SandboxJson;
import io.tocsin.sandbox.edge.page.OverviewPage.Receiver;
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
  private static final int MAILS = 200;

  /** A mail program shows a mail so: nothing is loaded, nothing runs, nothing is sent. */
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

  private final Reception reception;
  private final SandboxJson json;
  private final List<Person> people;
  private final Pages pages = new Pages();
  private final Markdown markdown = new Markdown();

  private PagePaths(Reception reception, SandboxJson json, List<Person> people) {
    this.reception = reception;
    this.json = json;
    this.people = people;
  }

  /** Adds the pages, and what their forms lead to. */
  public static void add(
      RouterFunctions.Builder paths,
      Reception reception,
      People acting,
      SandboxJson json,
      List<Person> people) {
    PagePaths all = new PagePaths(reception, json, people);
    PeopleForms forms = new PeopleForms(acting, reception, all.pages);
    paths
        .GET("/", all::overview)
        .GET("/pagerduty", all::pagerDuty)
        .GET("/slack", all::slack)
        .GET("/phone", all::phone)
        .GET("/mail", all::mail)
        .GET("/mail/html", all::html)
        .GET("/github", all::gitHub)
        .GET("/sandbox.css", request -> resource("sandbox.css", "text/css"))
        .GET("/sandbox.js", request -> resource("sandbox.js", "text/javascript"))
        .POST("/people/{provider}", forms::act);
  }

  private Mono<ServerResponse> overview(ServerRequest request) {
    List<OverviewPage.Raw> raw =
        newest(any -> true, RAW).stream().map(each -> OverviewPage.raw(each, json)).toList();
    return show("overview", request, new OverviewPage(receivers(), raw));
  }

  private List<Receiver> receivers() {
    List<PagerDutyAlert> alerts = reception.alerts();
    long rings = count(alerts, each -> each.status() == PagerDutyAlert.Status.TRIGGERED);
    long taken = count(alerts, each -> each.status() == PagerDutyAlert.Status.ACKNOWLEDGED);
    List<PhoneCall> calls = reception.phone(Phone::calls);
    long calling = count(calls, call -> call.status().isWaiting());
    int texts = reception.phone(Phone::texts).size();
    long issues = count(reception.issues(), issue -> issue.state().open());
    int mails = reception.newest(each -> each.provider() == Provider.EMAIL, MAILS).size();
    return List.of(
        new Receiver(
            "/pagerduty", "PagerDuty", rings + " triggered, " + taken + " acknowledged", rings > 0),
        new Receiver(
            "/slack",
            "Slack",
            reception.slack(
                slack ->
                    counted(slack.channels().size(), "channel")
                        + ", "
                        + counted(slack.messages().size(), "message")),
            false),
        new Receiver(
            "/phone",
            "Phone",
            counted(calling, "call") + " ringing, " + counted(texts, "text"),
            calling > 0),
        new Receiver("/mail", "Mail", counted(mails, "mail"), false),
        new Receiver("/github", "GitHub", counted(issues, "issue") + " open", false));
  }

  private static <T> long count(List<T> all, Predicate<T> wanted) {
    return all.stream().filter(wanted).count();
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
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
        reception.slack(slack -> SlackPage.of(slack, people, visit)));
  }

  private Mono<ServerResponse> phone(ServerRequest request) {
    Visit visit = Visit.of(request);
    return pages.show(
        HttpStatus.OK,
        "phone",
        visit,
        reception.phone(phone -> PhonePage.of(phone.calls(), phone.texts(), people, visit)));
  }

  private Mono<ServerResponse> mail(ServerRequest request) {
    return show("mail", request, MailPage.of(mails()));
  }

  private Mono<ServerResponse> gitHub(ServerRequest request) {
    Visit visit = Visit.of(request);
    return pages.show(
        HttpStatus.OK, "github", visit, GitHubPage.of(reception.issues(), markdown, visit));
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
