package io.tocsin.notifier.edge.slack.callback;

import static io.tocsin.notifier.Fixtures.incident;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.Update;
import io.tocsin.notifier.Samples;
import io.tocsin.notifier.edge.callback.Callback;
import io.tocsin.notifier.edge.callback.Reply;
import io.tocsin.notifier.edge.slack.SlackPolicies;
import java.net.URLEncoder;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** Callbacks of the form that Slack itself gives them: others', and with our names put in. */
@Tag("RUN-04.1b")
class SlackSamplesTest {
  @RegisterExtension final SlackCalls slack = new SlackCalls();

  @Test
  void itsOwnSignatureIsGenuine() {
    JsonNode vector = ContractJson.MAPPER.readTree(Samples.text("slack/signature-vector.json"));
    HttpHeaders headers = new HttpHeaders();
    headers.add("X-Slack-Request-Timestamp", vector.get("timestamp").asString());
    headers.add("X-Slack-Signature", vector.get("signature").asString());
    Callback callback =
        new Callback(
            "/callbacks/slack/commands",
            headers,
            vector.get("body").asString().getBytes(UTF_8),
            Instant.ofEpochSecond(Long.parseLong(vector.get("timestamp").asString())));
    assertThat(new Signature(vector.get("signing_secret").asString()).isGenuine(callback)).isTrue();
  }

  @Test
  void itsAddressIsVerified() {
    assertThat(new String(event(Samples.text("slack/url_verification.json")).body(), UTF_8))
        .isEqualTo("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app_rate_limited",
        "event_callback-app_mention",
        "event_callback-app_mention-slack-connect",
        "event_callback-reaction_added",
        "event_callback-reaction_added-shape-only"
      })
  void anEventThatIsNotOursIsLeftAlone(String name) {
    assertThat(event(Samples.text("slack/" + name + ".json")).taken()).isFalse();
    assertThat(slack.commands()).isEmpty();
  }

  @Test
  void aReactionOnOurMessageAcknowledges() {
    event(
        Samples.text("slack/event_callback-reaction_added.json")
            .replace("slightly_smiling_face", "eyes")
            .replace("U061F1EUR", SlackPolicies.ON_CALL)
            .replace("C061EG9SL", "C0INCIDENTS")
            .replace("1464196127.000002", "1700.000001"));
    assertThat(only()).isEqualTo(new CommandAction.Acknowledge());
  }

  @ParameterizedTest
  @ValueSource(strings = {"block_actions-button-in-message", "view_submission"})
  void anInteractionThatIsNotOursIsLeftAlone(String name) {
    assertThat(interaction(Samples.text("slack/" + name + ".json")).taken()).isFalse();
    assertThat(slack.commands()).isEmpty();
  }

  @Test
  void ourButtonAcknowledges() {
    interaction(
        Samples.text("slack/block_actions-button-in-message.json")
            .replace("https://hooks.slack.com", slack.url())
            .replace("UA8RXUSPL", SlackPolicies.ON_CALL)
            .replace("WaXA", "tocsin_acknowledge")
            .replace("click_me_123", "RX-142"));
    assertThat(only()).isEqualTo(new CommandAction.Acknowledge());
  }

  @Test
  @Tag("RUN-07.1b")
  void ourFormIsAnUpdate() {
    interaction(
        Samples.text("slack/view_submission.json")
            .replace("\"private_metadata\": \"\"", "\"private_metadata\": \"RX-142\"")
            .replace("modal-callback-id", "tocsin_update")
            .replace("single_action", "value")
            .replace("\"comment\"", "\"impact\"")
            .replaceAll("\\bU[A-Z0-9]{8}\\b", SlackPolicies.ON_CALL));
    assertThat(only())
        .isEqualTo(
            new CommandAction.PostUpdate(
                new Update(null, null, "Just amazing!", null, null, null)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"slash-command", "slash-command-org-install"})
  void aCommandWithoutAnIncidentIsAnsweredForTheAskerAlone(String name) {
    assertThat(new String(command(Samples.text("slack/" + name + ".form.txt")).body(), UTF_8))
        .contains("\"response_type\":\"ephemeral\"");
    assertThat(slack.commands()).isEmpty();
  }

  @Test
  void ourCommandAcknowledges() {
    command(
        Samples.text("slack/slash-command.form.txt")
            .replace("text=&", "text=ack+RX-142&")
            .replace("W111", SlackPolicies.ON_CALL)
            .replace("https%3A%2F%2Fhooks.slack.com", URLEncoder.encode(slack.url(), UTF_8)));
    assertThat(only()).isEqualTo(new CommandAction.Acknowledge());
  }

  /** The one command that came, of whom and what the sample was made to name. */
  private CommandAction only() {
    assertThat(slack.commands()).hasSize(1);
    IncidentCommand command = slack.commands().get(0);
    assertThat(command.incident()).isEqualTo(incident(142));
    assertThat(command.by()).isEqualTo(new Actor("on-call", "slack"));
    return command.action();
  }

  private Reply event(String body) {
    return slack.receive("events", body);
  }

  private Reply interaction(String payload) {
    return slack.receive("interactions", "payload=" + URLEncoder.encode(payload, UTF_8));
  }

  private Reply command(String body) {
    return slack.receive("commands", body.strip());
  }
}
