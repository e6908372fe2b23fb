package io.tocsin.notifier.edge.slack.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tocsin.contracts.events.Actor;
import io.tocsin.notifier.edge.callback.Away;
import io.tocsin.notifier.edge.callback.Reply;
import io.tocsin.notifier.edge.slack.SlackPolicies;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Slack waits three seconds: whatever is slow or away, it is answered and the person told. */
@Tag("RUN-04.1b")
class SlowOrAwayTest {
  @RegisterExtension final SlackCalls slack = new SlackCalls();

  @Test
  void whatSlackIsAnsweredWithComesBeforeSlackGivesUp() {
    assertThat(Patience.SLACKS.lookUp().plus(Patience.SLACKS.taking()))
        .isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void whileKafkaIsAwayAPressIsNotTakenAndThePersonIsTold() {
    slack.kafka(Mono.error(new SlackCalls.Gone()));
    assertThatThrownBy(() -> slack.press("tocsin_acknowledge", "RX-142", SlackPolicies.ON_CALL))
        .isInstanceOf(Away.class);
    slack.awaitSaid("/respond", "It could not be stored. Press again in a few seconds.");
    assertThat(slack.commands()).isEmpty();
  }

  @Test
  void whileKafkaIsAwayACommandIsAnsweredSo() {
    slack.kafka(Mono.error(new SlackCalls.Gone()));
    String body = new String(slack.slash("ack RX-142", SlackPolicies.ON_CALL).body(), UTF_8);
    assertThat(body).contains("It could not be stored. Send it again in a few seconds.");
    assertThat(slack.commands()).isEmpty();
  }

  @Test
  void whileKafkaIsAwayAFormStaysOpenWithWhatWasFilledIn() {
    slack.kafka(Mono.error(new SlackCalls.Gone()));
    Reply reply =
        slack.submit(
            "tocsin_update",
            "{\"impact\":{\"value\":{\"type\":\"plain_text_input\",\"value\":\"Slow\"}}}");
    assertThat(new String(reply.body(), UTF_8))
        .contains("\"response_action\":\"errors\"", "It could not be stored.");
  }

  @Test
  @Tag("MED-react")
  void whileKafkaIsAwaySlackRepeatsAReaction() {
    slack.kafka(Mono.error(new SlackCalls.Gone()));
    assertThatThrownBy(() -> slack.react("eyes", SlackPolicies.ON_CALL, SlackCalls.ROOT))
        .isInstanceOf(Away.class);
    slack.kafka(Mono.empty());
    assertThat(slack.react("eyes", SlackPolicies.ON_CALL, SlackCalls.ROOT).taken()).isTrue();
  }

  @Test
  void whatAKafkaThatHangsMayHaveTakenIsToldSoInTime() {
    slack.kafka(Mono.never());
    slack.impatient();
    assertThatThrownBy(
            () -> slack.pressByIdAlone("tocsin_acknowledge", "RX-142", SlackPolicies.ON_CALL))
        .isInstanceOf(Away.class);
    slack.awaitSaid("/respond", "It could not be stored.");
  }

  @Test
  void whomSlackIsSlowToNameIsToldSo() {
    slack.namesAfter(Duration.ofMillis(1_000));
    slack.impatient();
    assertThatThrownBy(() -> slack.pressByIdAlone("tocsin_acknowledge", "RX-142", "U0NAMED01"))
        .isInstanceOf(Away.class);
    slack.awaitSaid("/respond", "Slack did not say in time who you are. Press again");
  }

  @Test
  void whomSlackIsSlowToNameIsShownNoFormAndToldSo() {
    slack.namesAfter(Duration.ofMillis(1_000));
    slack.impatient();
    assertThat(slack.pressByIdAlone("tocsin_update", "RX-142", "U0NAMED01").taken()).isTrue();
    slack.awaitSaid("/respond", "Slack did not say in time who you are. Try again");
    assertThat(slack.said()).noneMatch(each -> each.contains("views.open"));
  }

  @Test
  @Tag("MED-react")
  void whileSlackIsSlowToNameSomebodyACommentIsTheirAccounts() {
    slack.namesAfter(Duration.ofMillis(1_000));
    slack.impatient();
    slack.comment("looking", "U0NAMED01", "");
    assertThat(slack.commands().get(0).by()).isEqualTo(new Actor("U0NAMED01", "slack"));
  }

  @Test
  @Tag("MED-react")
  void aReactionOfSomebodyWhomSlackIsSlowToNameIsRepeatedAndThenKnown() {
    slack.namesAfter(Duration.ofMillis(400));
    slack.impatient();
    assertThatThrownBy(() -> slack.react("eyes", "U0NAMED01", SlackCalls.ROOT))
        .isInstanceOf(Away.class)
        .hasMessageContaining("U0NAMED01");
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptionsInstanceOf(Away.class)
        .until(() -> slack.react("eyes", "U0NAMED01", SlackCalls.ROOT).note().contains("refused"));
    slack.awaitSaid("/api/chat.postEphemeral", "neither+on+the+ladder");
  }
}
