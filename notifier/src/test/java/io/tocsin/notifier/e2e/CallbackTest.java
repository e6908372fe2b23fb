package io.tocsin.notifier.e2e;

import static io.tocsin.notifier.Fixtures.NOW;
import static io.tocsin.notifier.Fixtures.incident;
import static io.tocsin.notifier.Fixtures.ticket;
import static io.tocsin.notifier.edge.pagerduty.Webhooks.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.InstallationId;
import io.tocsin.contracts.runtime.TopicSetup;
import io.tocsin.notifier.RunningNotifier;
import io.tocsin.notifier.edge.callback.Given;
import io.tocsin.notifier.edge.callback.References;
import io.tocsin.notifier.edge.kafka.NotifierKafka;
import io.tocsin.notifier.edge.pagerduty.Webhooks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way back, on a real broker: what people do at a provider becomes a command. */
@Tag("RUN-04.1b")
class CallbackTest {
  private static final String SECRET = "secret-of-a-test";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration EVERYWHERE = Duration.ofSeconds(2);

  private static Tickets tickets;
  private static RunningNotifier notifier;
  private static RunningNotifier later;
  private static String installation;

  @BeforeAll
  static void start() throws Exception {
    TopicSetup.ensure(Kafka.SETTINGS);
    tickets = new Tickets();
    installation = InstallationId.of(Kafka.SETTINGS);
    reservedByAFormerLife(820);
    reservedByAFormerLife(821);
    tickets.open("text <!-- tocsin:%s/RX-820/RX-820/2/github/ticket -->".formatted(installation));
    notifier =
        new RunningNotifier(
            Kafka.SETTINGS,
            "",
            Map.of(
                "tocsin.notifier.instance",
                "callbacks",
                "tocsin.notifier.pagerduty.webhook-secret",
                SECRET,
                "tocsin.notifier.github.webhook-secret",
                SECRET,
                "tocsin.notifier.github.api-url",
                tickets.url(),
                "tocsin.notifier.github.token",
                "token-of-a-test"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                notifier.bean(NotifierKafka.class).isReady()
                    && notifier.bean(References.class).isLoaded());
  }

  @AfterAll
  static void stop() {
    // one that closes takes the web server's threads along: not before all is done
    if (later != null) {
      later.close();
    }
    notifier.close();
    tickets.close();
  }

  @Test
  void anAcknowledgementInPagerDutyIsACommandWithinTwoSeconds() throws Exception {
    long begun = System.nanoTime();
    assertThat(pagerDuty(webhook("acknowledged", "ack-1", 801)).statusCode()).isEqualTo(200);
    IncidentCommand command =
        await().atMost(SOON).until(() -> commands(801), found -> found.size() == 1).get(0);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(EVERYWHERE);
    assertThat(command.action()).isEqualTo(new CommandAction.Acknowledge());
    assertThat(command.by()).isEqualTo(new Actor("on-call", "pagerduty"));
    assertThat(command.id()).isEqualTo("pagerduty-ack-1");
  }

  @Test
  void aRepeatHasTheSameId() throws Exception {
    pagerDuty(webhook("acknowledged", "ack-2", 802));
    pagerDuty(webhook("acknowledged", "ack-2", 802));
    await().atMost(SOON).until(() -> commands(802).size() == 2);
    assertThat(commands(802)).extracting(IncidentCommand::id).containsOnly("pagerduty-ack-2");
  }

  @Test
  void withoutProofNothingIsTaken() throws Exception {
    String body = webhook("acknowledged", "ack-3", 803);
    HttpResponse<String> refused =
        post("/callbacks/pagerduty", body, "X-PagerDuty-Signature", "v1=" + Given.hmac("x", body));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(post("/callbacks/pagerduty", body, "X-Other", "x").statusCode()).isEqualTo(401);
    pagerDuty(webhook("acknowledged", "ack-3b", 804));
    await().atMost(SOON).until(() -> commands(804).size() == 1);
    assertThat(commands(803)).isEmpty();
  }

  @Test
  void whatIsUnknownIsAnswered() throws Exception {
    assertThat(pagerDuty(webhook("of.tomorrow", "e", 805)).statusCode()).isEqualTo(200);
    assertThat(
            pagerDuty(
                    Webhooks.of(
                        "acknowledged", "e", "foreign", "2026-03-02T10:15:00Z", person("Lead")))
                .statusCode())
        .isEqualTo(200);
    assertThat(gitHub("ping", "ping-1", "{}").statusCode()).isEqualTo(200);
    assertThat(commands(805)).isEmpty();
  }

  @Test
  void whatIsNoWebhookIsRefused() throws Exception {
    assertThat(pagerDuty("{").statusCode()).isEqualTo(400);
    assertThat(pagerDuty("x".repeat(1024 * 1024 + 1)).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/callbacks", "/callbacks/fax", "/callbacks/pagerduty/more"})
  void elsewhereIsNothing(String path) throws Exception {
    assertThat(post(path, "{}", "X-Other", "x").statusCode()).isEqualTo(404);
  }

  @Test
  void aCallbackIsPosted() throws Exception {
    HttpResponse<String> answer = send(request("/callbacks/github").GET());
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  @Tag("RUN-05.3")
  void aCommentOnATicketIsAFindingOfItsIncidentWithinTwoSeconds() throws Exception {
    Notification ticket = ticket(810, 2, Act.TELL, MessageKind.TICKET, Map.of());
    Traffic.send(ticket);
    DeliveryReceipt receipt = Traffic.receipt(ticket);
    int number = tickets.of("RX-810").get(0);
    assertThat(receipt.reference()).isEqualTo("healthflow/portals#" + number);

    Notification update = ticket(810, 3, Act.TELL, MessageKind.UPDATE, Map.of());
    Traffic.send(update);
    assertThat(Traffic.receipt(update).reference()).isEqualTo(receipt.reference() + "/comment/1");

    long begun = System.nanoTime();
    assertThat(gitHub("issue_comment", "comment-1", comment(number)).statusCode()).isEqualTo(200);
    IncidentCommand command =
        await().atMost(SOON).until(() -> commands(810), found -> found.size() == 1).get(0);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(EVERYWHERE);
    assertThat(command.action()).isEqualTo(new CommandAction.RecordFinding("the pool is empty"));
  }

  @Test
  void anotherInstanceThatStartsLaterKnowsTheTicketToo() throws Exception {
    Notification ticket = ticket(811, 2, Act.TELL, MessageKind.TICKET, Map.of());
    Traffic.send(ticket);
    Traffic.receipt(ticket);
    later =
        new RunningNotifier(
            Kafka.SETTINGS,
            "",
            Map.of(
                "tocsin.notifier.instance",
                "callbacks-2",
                "tocsin.notifier.github.webhook-secret",
                SECRET));
    await()
        .atMost(SOON)
        .until(() -> gitHubAt(later.port(), comment(tickets.of("RX-811").get(0))), it -> it == 200);
    await().atMost(SOON).until(() -> !commands(811).isEmpty());
  }

  @Test
  @Tag("RUN-09.2")
  void whoClosesATicketTooEarlyIsToldWhatIsAsked() throws Exception {
    Notification ticket = ticket(812, 2, Act.TELL, MessageKind.TICKET, Map.of());
    Traffic.send(ticket);
    Traffic.receipt(ticket);
    IncidentEvent refused =
        new IncidentEvent(
            incident(812),
            9,
            NOW,
            new Actor("github:r-engineer", "github"),
            "github-delivery-9",
            new Reason("no-cause", "say its root cause and its resolution"),
            new IncidentChange.CommandRefused("close"));

    int number = tickets.of("RX-812").get(0);
    String comment =
        await()
            .atMost(SOON)
            .pollInterval(Duration.ofSeconds(1))
            .until(
                () -> {
                  // whoever hears events from now on may not listen yet; a repeat is said once
                  Kafka.send(Topics.INCIDENT_EVENTS, "RX-812", refused);
                  return tickets.commentsOf(number);
                },
                it -> !it.isEmpty())
            .get(0);
    assertThat(tickets.commentsOf(number)).hasSize(1);
    assertThat(comment)
        .contains("RX-812 is not closed: say its root cause and its resolution.")
        .contains("/RX-812/github-delivery-9 -->");
  }

  @Test
  @Tag("RUN-04.3")
  void aTicketThatACrashLeftInDoubtIsFoundOrOpenedAndNeverOpenedTwice() {
    Notification opened = ticket(820, 2, Act.TELL, MessageKind.TICKET, Map.of());
    Notification lost = ticket(821, 2, Act.TELL, MessageKind.TICKET, Map.of());
    assertThat(Traffic.receipt(opened).reference()).isEqualTo("healthflow/portals#1");
    assertThat(Traffic.receipt(lost).outcome()).isEqualTo(DeliveryReceipt.Outcome.DELIVERED);
    assertThat(tickets.of("RX-820")).hasSize(1);
    assertThat(tickets.of("RX-821")).hasSize(1);
  }

  private static void reservedByAFormerLife(long number) {
    Notification ticket = ticket(number, 2, Act.TELL, MessageKind.TICKET, Map.of());
    Kafka.send(
        Topics.DELIVERIES,
        ticket.id().toString(),
        new Delivery(
            ticket,
            Delivery.State.RESERVED,
            null,
            new Reason("reserved", "by a former life"),
            NOW));
  }

  private static int gitHubAt(int port, String body) throws Exception {
    return send(request(port, "/callbacks/github")
            .header("X-GitHub-Event", "issue_comment")
            .header("X-GitHub-Delivery", "comment-2")
            .header("X-Hub-Signature-256", "sha256=" + Given.hmac(SECRET, body))
            .POST(HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  @Test
  void whatCameIsCounted() throws Exception {
    pagerDuty(webhook("acknowledged", "ack-9", 809));
    assertThat(send(request("/actuator/prometheus").GET()).body())
        .contains("tocsin_notifier_callbacks_total{outcome=\"taken\",provider=\"pagerduty\"}")
        .contains("tocsin_notifier_callback_seconds_count{provider=\"pagerduty\"}")
        .contains("tocsin_notifier_references");
  }

  private static String webhook(String type, String id, long number) {
    return Webhooks.of(
        type, id, installation + "-RX-" + number + "-1", "2026-03-02T10:15:00Z", person("On-call"));
  }

  private static String comment(int number) {
    return """
    {"action":"created","issue":{"number":%d,"user":{"login":"tocsin"}},
     "comment":{"id":7,"body":"the pool is empty","author_association":"MEMBER"},
     "repository":{"full_name":"healthflow/portals"},
     "sender":{"login":"r-engineer","type":"User"}}
    """
        .formatted(number);
  }

  private static HttpResponse<String> pagerDuty(String body) throws Exception {
    return post(
        "/callbacks/pagerduty", body, "X-PagerDuty-Signature", "v1=" + Given.hmac(SECRET, body));
  }

  private static HttpResponse<String> gitHub(String event, String delivery, String body)
      throws Exception {
    return post(
        "/callbacks/github",
        body,
        "X-GitHub-Event",
        event,
        "X-GitHub-Delivery",
        delivery,
        "X-Hub-Signature-256",
        "sha256=" + Given.hmac(SECRET, body));
  }

  private static HttpResponse<String> post(String path, String body, String... headers)
      throws Exception {
    return send(request(path).headers(headers).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder request(String path) {
    return request(notifier.port(), path);
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .version(HttpClient.Version.HTTP_1_1);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static List<IncidentCommand> commands(long number) {
    return Kafka.read(Topics.INCIDENT_COMMANDS).stream()
        .filter(command -> incident(number).equals(command.incident()))
        .toList();
  }
}
