package io.tocsin.sandbox.edge.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import io.tocsin.sandbox.core.Answer;
import io.tocsin.sandbox.core.Deed;
import io.tocsin.sandbox.core.Happening;
import io.tocsin.sandbox.core.OutgoingCallback;
import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.core.Slack;
import io.tocsin.sandbox.core.SlackMessage;
import io.tocsin.sandbox.core.SlackWorkspace;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stand-in for Slack holds channels and threads, and refuses what Slack refuses. */
class SlackTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:15:00Z");
  private static final String SECTION =
      "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"%s\"}}]";
  private static final String BUTTON =
      "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"action_id\":\"tocsin_acknowledge\","
          + "\"value\":\"RX-142\",\"text\":{\"type\":\"plain_text\",\"text\":\"Acknowledge\"}}]}]";

  private final Slack slack =
      new Slack(new SlackWorkspace(100), new SlackClasses(), "http://127.0.0.1:8090");

  @Test
  void aMessageIsHeldInItsChannel() {
    Answer answer = call("chat.postMessage", "channel", "#incidents", "text", "Hello");
    assertThat(answer.body()).containsEntry("ok", true).containsKeys("channel", "ts");
    assertThat(message().text()).isEqualTo("Hello");
    assertThat(slack.workspace().channels()).containsValue("incidents");
  }

  @Test
  void aReplyGoesIntoItsThread() {
    Answer first = call("chat.postMessage", "channel", "#incidents", "text", "Hello");
    String channel = (String) first.body().get("channel");
    String ts = (String) first.body().get("ts");
    call("chat.postMessage", "channel", channel, "thread_ts", ts, "text", "More");
    Answer replies = call("conversations.replies", "channel", channel, "ts", ts);
    assertThat((List<?>) replies.body().get("messages")).hasSize(2);
    Answer history = call("conversations.history", "channel", channel);
    assertThat((List<?>) history.body().get("messages")).hasSize(1);
  }

  @Test
  void aMessageIsFoundByItsMetadataWhichAnEditKeeps() {
    Answer first =
        call(
            "chat.postMessage",
            "channel",
            "#incidents",
            "text",
            "Hello",
            "metadata",
            "{\"event_type\":\"tocsin_incident\",\"event_payload\":{\"incident\":\"RX-142\"}}");
    String channel = (String) first.body().get("channel");
    call("chat.update", "channel", channel, "ts", (String) first.body().get("ts"), "text", "Now");
    Answer history = call("conversations.history", "channel", channel, "include_all_metadata", "1");
    assertThat(history.body().get("messages").toString()).contains("Now", "RX-142");
    assertThat(call("conversations.history", "channel", channel).body().toString())
        .doesNotContain("RX-142");
    assertThat(message().edits()).isEqualTo(1);
  }

  @Test
  void aChannelIsReadPageByPageFromTheNewest() {
    for (int i = 1; i <= 5; i++) {
      call("chat.postMessage", "channel", "#incidents", "text", "No. " + i);
    }
    Answer newest = call("conversations.history", "channel", message().channel(), "limit", "3");
    assertThat(texts(newest)).containsExactly("No. 5", "No. 4", "No. 3");
    assertThat(newest.body()).containsEntry("has_more", true);
    Answer rest =
        call(
            "conversations.history",
            "channel",
            message().channel(),
            "limit",
            "3",
            "cursor",
            (String) ((Map<?, ?>) newest.body().get("response_metadata")).get("next_cursor"));
    assertThat(texts(rest)).containsExactly("No. 2", "No. 1");
    assertThat(rest.body())
        .containsEntry("has_more", false)
        .containsEntry("response_metadata", Map.of("next_cursor", ""));
    assertThat(
            error("conversations.history", "channel", message().channel(), "cursor", "elsewhere"))
        .isEqualTo("invalid_cursor");
  }

  @Test
  void aThreadIsReadFromItsFirstMessage() {
    call("chat.postMessage", "channel", "#incidents", "text", "Hello");
    String channel = message().channel();
    String ts = message().ts();
    call("chat.postMessage", "channel", channel, "thread_ts", ts, "text", "More");
    call("chat.postMessage", "channel", channel, "thread_ts", ts, "text", "Still more");
    assertThat(texts(call("conversations.replies", "channel", channel, "ts", ts)))
        .containsExactly("Hello", "More", "Still more");
  }

  @Test
  void blocksAreGivenBackAsTheyCame() {
    call("chat.postMessage", "channel", "#incidents", "text", "x", "blocks", " " + BUTTON);
    Answer history = call("conversations.history", "channel", message().channel());
    assertThat(new SandboxJson().text(history.json())).contains("\"blocks\":" + BUTTON);
  }

  @Test
  void whatSlackRefusesIsRefused() {
    assertThat(error("chat.postMessage", "text", "x")).isEqualTo("channel_not_found");
    assertThat(error("chat.postMessage", "channel", "C0INCIDENTS")).isEqualTo("no_text");
    assertThat(error("chat.update", "channel", "C0INCIDENTS", "ts", "1.1", "text", "x"))
        .isEqualTo("message_not_found");
    assertThat(error("chat.update", "channel", "C1", "ts", "1.1", "text", "x".repeat(4001)))
        .isEqualTo("msg_too_long");
    assertThat(error("conversations.history", "channel", "C0NOWHERE"))
        .isEqualTo("channel_not_found");
    assertThat(error("views.open", "view", "{}")).isEqualTo("invalid_trigger_id");
    assertThat(error("views.open", "trigger_id", "1", "view", "{}")).isEqualTo("invalid_arguments");
  }

  @Test
  void blocksThatSlackCannotShowAreRefused() {
    assertThat(blocks(SECTION.formatted("fine"))).isEqualTo("null");
    assertThat(blocks(SECTION.formatted("x".repeat(3001)))).isEqualTo("invalid_blocks");
    assertThat(blocks("[{\"type\":\"section\"}]")).isEqualTo("invalid_blocks");
    assertThat(blocks("[{\"type\":\"actions\",\"elements\":[]}]")).isEqualTo("invalid_blocks");
    assertThat(blocks("{")).isEqualTo("invalid_blocks");
    String divider = "{\"type\":\"divider\"}";
    assertThat(blocks("[" + divider + ("," + divider).repeat(49) + "]")).isEqualTo("null");
    assertThat(blocks("[" + divider + ("," + divider).repeat(50) + "]"))
        .isEqualTo("invalid_blocks");
  }

  @Test
  void aMessageToOnePersonIsSeenByThemAlone() {
    Answer first = call("chat.postMessage", "channel", "#incidents", "text", "Hello");
    String channel = (String) first.body().get("channel");
    call("chat.postEphemeral", "channel", channel, "user", "U0ONCALL1", "text", "You");
    assertThat((List<?>) call("conversations.history", "channel", channel).body().get("messages"))
        .hasSize(1);
    assertThat(slack.workspace().messages().get(1).onlyFor()).isEqualTo("U0ONCALL1");
  }

  @Test
  void aPressIsSignedAsSlackSigns() {
    call("chat.postMessage", "channel", "#incidents", "text", "x", "blocks", BUTTON);
    OutgoingCallback press = act(Deed.Kind.PRESS, place(), "tocsin_acknowledge");
    assertThat(press.path()).isEqualTo("/callbacks/slack/interactions");
    assertThat(press.isForm()).isTrue();
    assertThat(press.payload().toString()).contains("block_actions", "RX-142", "rx-on-call");
    byte[] body = "payload=x".getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = press.signed("secret", body);
    assertThat(
            new SlackSignature.Verifier(new SlackSignature.Generator("secret"))
                .isValid(
                    headers.get("X-Slack-Request-Timestamp"),
                    "payload=x",
                    headers.get("X-Slack-Signature"),
                    NOW.toEpochMilli()))
        .isTrue();
  }

  @Test
  void aReactionAndACommentAreEvents() {
    call("chat.postMessage", "channel", "#incidents", "text", "x");
    assertThat(act(Deed.Kind.REACT, place(), ":eyes:").payload().toString())
        .contains("reaction_added", "reaction=eyes");
    assertThat(message().reactions()).hasSize(1);
    assertThat(act(Deed.Kind.REPLY, place(), "looking").payload().toString())
        .contains("thread_ts=" + message().ts(), "text=looking");
  }

  @Test
  void theSlashCommandIsAForm() {
    OutgoingCallback command = act(Deed.Kind.COMMAND, "#incidents", "ack RX-142");
    assertThat(command.payload())
        .containsEntry("text", "ack RX-142")
        .containsEntry("user_name", "rx-on-call")
        .containsEntry("channel_name", "incidents");
  }

  @Test
  void whatACommandIsAnsweredWithIsSeenByWhoGaveIt() {
    Deed deed = deed(Deed.Kind.COMMAND, "#incidents", "help");
    slack.act(deed, "deed", NOW);
    slack.answered(deed, 200, Map.of("response_type", "ephemeral", "text", "Do this."), NOW);
    slack.answered(deed, 503, Map.of(), NOW);
    assertThat(slack.workspace().messages())
        .extracting(SlackMessage::text)
        .containsExactly("Do this.", "/incident failed with the error \"dispatch_failed\"");
    assertThat(message().onlyFor()).isNotNull();
  }

  @Test
  void aPersonIsKnownByTheName() {
    act(Deed.Kind.COMMAND, "#incidents", "help");
    String id = slack.workspace().people().keySet().iterator().next();
    assertThat(call("users.info", "user", id).body().toString()).contains("rx-on-call");
  }

  @Test
  void anAnswerReachesWhoAsked() {
    slack.answer(
        "/slack/api/responses/C0INCIDENTS/U0ONCALL1",
        Map.of("text", "Done."),
        null,
        new Happening("0123456789", NOW));
    assertThat(message().onlyFor()).isEqualTo("U0ONCALL1");
  }

  private OutgoingCallback act(Deed.Kind kind, String on, String text) {
    return slack.act(deed(kind, on, text), "0123456789abcdef", NOW).orElseThrow();
  }

  private static Deed deed(Deed.Kind kind, String on, String text) {
    return new Deed(Provider.SLACK, kind, "@rx-on-call", on, text);
  }

  private String place() {
    return message().channel() + "/" + message().ts();
  }

  private SlackMessage message() {
    return slack.workspace().messages().get(0);
  }

  private static List<String> texts(Answer answer) {
    return ((List<?>) answer.body().get("messages"))
        .stream().map(each -> String.valueOf(((Map<?, ?>) each).get("text"))).toList();
  }

  private String blocks(String blocks) {
    return error("chat.postMessage", "channel", "C0INCIDENTS", "blocks", blocks);
  }

  private String error(String method, String... fields) {
    return String.valueOf(call(method, fields).body().get("error"));
  }

  private Answer call(String method, String... fields) {
    Map<String, String> form = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return slack.answer("/slack/api/" + method, form, null, new Happening("0123456789", NOW));
  }
}
