package io.tocsin.notifier.edge.github;

import static io.tocsin.notifier.Fixtures.NOW;
import static io.tocsin.notifier.Fixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.edge.callback.Callback;
import io.tocsin.notifier.edge.callback.Commands;
import io.tocsin.notifier.edge.callback.Decision;
import io.tocsin.notifier.edge.callback.Given;
import io.tocsin.notifier.edge.callback.References;
import io.tocsin.notifier.edge.callback.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

/** What people write on a ticket is a finding; closing it asks for closure. */
class GitHubReceiverTest {
  private static final String SECRET = "github-secret-of-a-test";

  private final References references = new References(10);
  private final GitHubReceiver receiver = receiver(SECRET);

  @BeforeEach
  void aTicketWasOpened() {
    references.enter(
        new Delivery(
            ticket(142, 2, Act.TELL, MessageKind.TICKET, Map.of()),
            Delivery.State.SENT,
            "healthflow/portals#12",
            new Reason("accepted", "GitHub took it"),
            NOW));
    references.loaded();
  }

  @Test
  @Tag("RUN-05.3")
  void aCommentIsAFinding() {
    IncidentCommand command =
        decide("issue_comment", comment("the pool is empty", "MEMBER", "User", 12))
            .command()
            .orElseThrow();
    assertThat(command.action()).isEqualTo(new CommandAction.RecordFinding("the pool is empty"));
    assertThat(command.incident()).isEqualTo(Fixtures.incident(142));
    assertThat(command.by()).isEqualTo(new Actor("github:r-engineer", "github"));
    assertThat(command.id()).isEqualTo("github-delivery-1");
  }

  @Test
  @Tag("RUN-09.2")
  void closingTheTicketAsksForClosure() {
    assertThat(decide("issues", closed("r-engineer")).command().orElseThrow().action())
        .isEqualTo(new CommandAction.Close(Cause.UNSAID));
  }

  @Test
  void whatWeWroteOurselvesIsNoFinding() {
    String ours = "text\\n\\n<!-- tocsin:0a1b2c3d/RX-142/RX-142/5/github/ticket -->";
    assertThat(decide("issue_comment", comment(ours, "MEMBER", "User", 12)).command()).isEmpty();
  }

  @Test
  void whatWeClosedOurselvesAsksForNothing() {
    assertThat(decide("issues", closed("tocsin")).command()).isEmpty();
  }

  @Test
  void whatAProgramWritesIsNoFinding() {
    assertThat(decide("issue_comment", comment("ok", "MEMBER", "Bot", 12)).command()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", "CONTRIBUTOR", "FIRST_TIMER"})
  void whatAStrangerWritesIsNoFinding(String association) {
    assertThat(decide("issue_comment", comment("buy", association, "User", 12)).command())
        .isEmpty();
  }

  @Test
  void anotherIssueIsLeftAloneWhateverItsTextSays() {
    String copied = "<!-- tocsin:ffffffff/RX-142/x -->";
    assertThat(decide("issue_comment", comment(copied, "MEMBER", "User", 99)).command()).isEmpty();
  }

  @Test
  void aTicketThatMayNotHaveBeenReadYetIsAskedForAgain() {
    GitHubReceiver early =
        new GitHubReceiver(
            SECRET,
            () -> "0a1b2c3d",
            new References(10),
            new Commands(KafkaSettings.of("127.0.0.1:1")));
    assertThatThrownBy(
            () ->
                early.decide(
                    Given.callback(
                        "/callbacks/github",
                        comment("x", "MEMBER", "User", 12),
                        headers("issue_comment"))))
        .isInstanceOf(References.NotLoaded.class);
  }

  @Test
  void aTicketThatWasJustOpenedIsWaitedForUntilDeliveriesNameIt() {
    StepVerifier.withVirtualTime(() -> receiver.receive(comment(marked(99, NOW.minusSeconds(20)))))
        .expectSubscription()
        .expectNoEvent(Duration.ofMillis(4_900))
        .thenAwait(Duration.ofSeconds(1))
        .verifyError(References.NotLoaded.class);
  }

  @Test
  void aMarkOnAnOldTicketIsNotWaitedFor() {
    assertThat(decide("issue_comment", marked(99, NOW.minusSeconds(700))).command()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ping", "push", "star", "", "event-of-tomorrow"})
  void otherEventsAreAnsweredAndLeftAlone(String event) {
    assertThat(decide(event, "{\"zen\":\"Keep it logically awesome.\"}").command()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"edited", "deleted"})
  void onlyANewCommentIsAFinding(String action) {
    String body = comment("x", "MEMBER", "User", 12).replace("created", action);
    assertThat(decide("issue_comment", body).command()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "payload=%7B%7D", "[1]"})
  void whatIsNoWebhookIsRefused(String body) {
    assertThatThrownBy(() -> decide("issues", body)).isInstanceOf(Unreadable.class);
  }

  @Test
  void itIsGenuineOnlyWithItsSignature() {
    String body = closed("r-engineer");
    assertThat(isGenuine(body, "sha256=" + Given.hmac(SECRET, body))).isTrue();
    assertThat(isGenuine(body, "sha256=" + Given.hmac("another", body))).isFalse();
    assertThat(isGenuine(body, Given.hmac(SECRET, body))).isFalse();
    assertThat(isGenuine(body, "sha1=" + Given.hmac(SECRET, body))).isFalse();
    assertThat(isGenuine(body + " ", "sha256=" + Given.hmac(SECRET, body))).isFalse();
    assertThat(receiver.isGenuine(Given.callback("/callbacks/github", body, Map.of()))).isFalse();
  }

  @Test
  void withoutASecretNothingIsTaken() {
    assertThat(receiver(" ").missing()).contains("set GITHUB_WEBHOOK_SECRET");
  }

  private boolean isGenuine(String body, String signature) {
    return receiver.isGenuine(
        Given.callback("/callbacks/github", body, Map.of("X-Hub-Signature-256", signature)));
  }

  private Decision decide(String event, String body) {
    return receiver.decide(Given.callback("/callbacks/github", body, headers(event)));
  }

  private static Callback comment(String body) {
    return Given.callback("/callbacks/github", body, headers("issue_comment"));
  }

  private static Map<String, String> headers(String event) {
    return Map.of("X-GitHub-Event", event, "X-GitHub-Delivery", "delivery-1");
  }

  private static String comment(String text, String association, String type, int number) {
    return """
    {"action":"created",
     "issue":{"number":%d,"title":"INCIDENT","user":{"login":"tocsin","type":"User"}},
     "comment":{"id":7,"body":"%s","author_association":"%s"},
     "repository":{"full_name":"healthflow/portals"},
     "sender":{"login":"r-engineer","type":"%s"}}
    """
        .formatted(number, text, association, type);
  }

  /** A comment on a ticket that bears our mark. */
  private static String marked(int number, Instant opened) {
    return comment("the pool is empty", "MEMBER", "User", number)
        .replace(
            "\"title\":\"INCIDENT\"",
            "\"created_at\":\"%s\",\"body\":\"<!-- tocsin:0a1b2c3d/RX-143/RX-143/2 -->\""
                .formatted(opened));
  }

  private static String closed(String login) {
    return """
    {"action":"closed",
     "issue":{"number":12,"state_reason":"completed","user":{"login":"tocsin"}},
     "repository":{"full_name":"healthflow/portals"},
     "sender":{"login":"%s","type":"User"}}
    """
        .formatted(login);
  }

  private GitHubReceiver receiver(String secrets) {
    return new GitHubReceiver(
        secrets, () -> "0a1b2c3d", references, new Commands(KafkaSettings.of("127.0.0.1:1")));
  }
}
