package io.tocsin.notifier.edge.slack.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.notifier.Golden;
import io.tocsin.notifier.core.Standing;
import io.tocsin.notifier.edge.callback.Reply;
import io.tocsin.notifier.edge.slack.SlackNames;
import io.tocsin.notifier.edge.slack.SlackPolicies;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reactions and comments: listed emoji of responders acknowledge, a comment is awareness. */
@Tag("RUN-04.1b")
class EventsTest {
  @RegisterExtension final SlackCalls slack = new SlackCalls();

  @Test
  @Tag("MED-react")
  void aListedReactionOfAResponderAcknowledges() {
    assertThat(slack.react("eyes", SlackPolicies.ON_CALL, SlackCalls.ROOT).taken()).isTrue();
    assertThat(slack.commands().get(0).action()).isEqualTo(new CommandAction.Acknowledge());
  }

  @Test
  @Tag("MED-react")
  void aSkinToneIsTheSameReaction() {
    assertThat(slack.react("eyes::skin-tone-2", SlackPolicies.ON_CALL, SlackCalls.ROOT).taken())
        .isTrue();
  }

  @ParameterizedTest
  @Tag("MED-react")
  @CsvSource({
    "tada, U0ONCALL1, C0INCIDENTS/1700.000001",
    "eyes, U0LEAD001, C0INCIDENTS/1700.000001",
    "eyes, U0STRANGER, C0INCIDENTS/1700.000001",
    "eyes, U0ONCALL1, C0INCIDENTS/1699.000001"
  })
  void noOtherReactionStopsATimer(String emoji, String user, String on) {
    assertThat(slack.react(emoji, user, on).taken()).isFalse();
    assertThat(slack.commands()).isEmpty();
  }

  @Test
  @Tag("MED-react")
  void aResponderIsKnownByTheNameOfTheirAccount() {
    slack.account("rx-outage", false);
    assertThat(slack.react("eyes", "U0NAMED01", SlackCalls.ROOT).taken()).isTrue();
    assertThat(slack.commands().get(0).by()).isEqualTo(new Actor("outage", "slack"));
  }

  @Test
  @Tag("MED-react")
  void noReactionOfABotStopsATimerWhateverItsName() {
    slack.account("rx-outage", true);
    assertThat(slack.react("eyes", "U0NAMED01", SlackCalls.ROOT).taken()).isFalse();
    assertThat(slack.commands()).isEmpty();
  }

  @Test
  void aRepeatedEventIsTheSameCommand() {
    slack.react("eyes", SlackPolicies.ON_CALL, SlackCalls.ROOT);
    slack.react("eyes", SlackPolicies.ON_CALL, SlackCalls.ROOT);
    assertThat(slack.commands().stream().map(IncidentCommand::id).distinct()).hasSize(1);
  }

  @Test
  void somebodyKnownByNameIsAskedOfSlack() {
    slack.comment("looking", "U0NAMED01", "");
    assertThat(slack.commands().get(0).by()).isEqualTo(new Actor("named", "slack"));
  }

  @Test
  void whoIsNamedInThePolicyIsKnownByTheirAccount() {
    slack.names().know(new SlackNames.Found(Map.of(), Map.of("@rx-named", "U0OTHER01")));
    slack.comment("looking", "U0OTHER01", "");
    assertThat(slack.commands().get(0).by()).isEqualTo(new Actor("named", "slack"));
  }

  @Test
  @Tag("MED-react")
  void aCommentIsAwarenessAndOffersTheButtonOnce() {
    slack.comment("Looking &amp; checking &lt;it&gt;", SlackPolicies.ON_CALL, "");
    slack.comment("still", SlackPolicies.ON_CALL, "");
    assertThat(slack.commands().get(0).action())
        .isEqualTo(new CommandAction.Note("Looking & checking <it>"));
    slack.awaitSaid("/api/chat.postEphemeral", "tocsin_acknowledge");
    assertThat(slack.said().stream().filter(each -> each.startsWith("/api/chat.postEphemeral")))
        .hasSize(1);
  }

  @Test
  void whatOnePersonAloneSeesLooksAsItsGoldenFilesSay() throws Exception {
    slack.comment("Looking", SlackPolicies.ON_CALL, "");
    slack.awaitSaid("/api/chat.postEphemeral", "tocsin_acknowledge");
    Golden.assertIs("slack/only-you-offer.json", slack.posted("/api/chat.postEphemeral"));
    slack.said().clear();
    slack.react("eyes", SlackPolicies.LEAD, SlackCalls.ROOT);
    slack.awaitSaid("/api/chat.postEphemeral", "neither");
    Golden.assertIs("slack/only-you-refusal.json", slack.posted("/api/chat.postEphemeral"));
    slack.press("tocsin_acknowledge", "RX-142", SlackPolicies.ON_CALL);
    slack.awaitSaid("/respond", "Done");
    Golden.assertIs("slack/answer-to-press.json", SlackCalls.sorted(slack.saidTo("/respond")));
    Golden.assertIs(
        "slack/answer-to-command.json",
        SlackCalls.sorted(
            new String(slack.slash("severity RX-142", SlackPolicies.ON_CALL).body(), UTF_8)));
  }

  @Test
  void aCommentIsNotAnsweredOnceSomebodyHasIt() {
    slack.standing(new Standing(5, 5, false, null));
    slack.comment("Looking", SlackPolicies.ON_CALL, "");
    assertThat(slack.commands()).hasSize(1);
    assertThat(slack.said()).noneMatch(each -> each.contains("chat.postEphemeral"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"bot_id\":\"B1\",",
        "\"subtype\":\"bot_message\",",
        "\"subtype\":\"message_changed\","
      })
  void whatBotsWriteAndWhatIsEditedIsNoComment(String field) {
    assertThat(slack.comment("x", SlackPolicies.ON_CALL, field).taken()).isFalse();
    assertThat(slack.commands()).isEmpty();
  }

  @Test
  void theAddressIsVerified() {
    Reply reply =
        slack.receive("events", "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1a\"}");
    assertThat(new String(reply.body(), UTF_8)).isEqualTo("3eZbrw1a");
  }
}
