package io.tocsin.sandbox.edge.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.sandbox.core.Answer;
import io.tocsin.sandbox.core.Deed;
import io.tocsin.sandbox.core.Happening;
import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.core.Slack;
import io.tocsin.sandbox.core.SlackView;
import io.tocsin.sandbox.core.SlackWorkspace;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forms: opened for who asked for one, filled in, and taken or sent back. */
class SlackFormsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:15:00Z");
  private static final String BUTTON =
      "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"action_id\":\"tocsin_acknowledge\","
          + "\"value\":\"RX-142\",\"text\":{\"type\":\"plain_text\",\"text\":\"Acknowledge\"}}]}]";

  private static final String FORM =
      "{\"type\":\"modal\",\"callback_id\":\"tocsin_update\",\"private_metadata\":\"RX-142\","
          + "\"title\":{\"type\":\"plain_text\",\"text\":\"Update\"},\"blocks\":["
          + input("impact", "{\"type\":\"plain_text_input\",\"action_id\":\"value\"}")
          + ","
          + input(
              "status",
              "{\"type\":\"static_select\",\"action_id\":\"value\",\"options\":[{\"value\":"
                  + "\"Mitigating\",\"text\":{\"type\":\"plain_text\",\"text\":\"Mitigating\"}}]}")
          + ","
          + input("eta", "{\"type\":\"datetimepicker\",\"action_id\":\"value\"}")
          + "]}";

  private final Slack slack =
      new Slack(new SlackWorkspace(100), new SlackClasses(), "http://127.0.0.1:8090");

  @Test
  void aFormIsSubmittedWithItsFieldsAndClosedOnceItIsTaken() {
    String id = form("1");
    Deed deed =
        new Deed(
            Provider.SLACK,
            Deed.Kind.SUBMIT,
            "@rx-on-call",
            id,
            "eta=2026-03-02T11:00",
            Map.of("impact", "Slow\nand slower", "status", "Mitigating"));
    assertThat(slack.act(deed, "deed", NOW).orElseThrow().payload().toString())
        .contains("view_submission", "tocsin_update", "value=Slow\nand slower")
        .contains("selected_option=", "value=Mitigating")
        .contains("selected_date_time=" + Instant.parse("2026-03-02T11:00:00Z").getEpochSecond());
    slack.answered(deed, 200, Map.of(), NOW);
    assertThat(slack.act(deed, "again", NOW)).isEmpty();
  }

  @Test
  void aFormThatIsNotTakenStaysOpenWithWhatWasFilledIn() {
    Deed deed = deed(Deed.Kind.SUBMIT, form("1"), "impact=Slow");
    slack.act(deed, "deed", NOW);
    Map<String, Object> errors = Map.of("status", "Choose one.");
    slack.answered(deed, 200, Map.of("response_action", "errors", "errors", errors), NOW);
    SlackView view = slack.workspace().views().find(deed.on()).orElseThrow();
    assertThat(view.errors()).containsEntry("status", "Choose one.");
    assertThat(view.filled()).containsEntry("impact", "Slow");
    slack.answered(deed, 500, Map.of(), NOW);
    assertThat(slack.workspace().views().find(deed.on()).orElseThrow().errors()).containsKey("");
  }

  @Test
  void aFormIsOpenedForWhoPressedAndTheNextOneTakesItsPlace() {
    call("chat.postMessage", "channel", "#incidents", "text", "x", "blocks", BUTTON);
    slack.act(deed(Deed.Kind.PRESS, place(), "tocsin_acknowledge"), "trigger-1", NOW);
    slack.act(deed(Deed.Kind.PRESS, place(), "tocsin_acknowledge"), "trigger-2", NOW);
    String first = form("trigger-1");
    String second = form("trigger-2");
    assertThat(first).isNotEqualTo(second);
    assertThat(slack.workspace().views().all())
        .singleElement()
        .extracting(SlackView::id, SlackView::user)
        .containsExactly(second, slack.workspace().people().keySet().iterator().next());
  }

  private String form(String trigger) {
    Map<?, ?> view =
        (Map<?, ?>) call("views.open", "trigger_id", trigger, "view", FORM).body().get("view");
    return String.valueOf(view.get("id"));
  }

  private static String input(String block, String element) {
    return "{\"type\":\"input\",\"block_id\":\"%s\",\"optional\":true,\"element\":%s,\"label\":"
            .formatted(block, element)
        + "{\"type\":\"plain_text\",\"text\":\"Field\"}}";
  }

  private static Deed deed(Deed.Kind kind, String on, String text) {
    return new Deed(Provider.SLACK, kind, "@rx-on-call", on, text);
  }

  private String place() {
    return slack.workspace().messages().get(0).channel()
        + "/"
        + slack.workspace().messages().get(0).ts();
  }

  private Answer call(String method, String... fields) {
    Map<String, String> form = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return slack.answer("/slack/api/" + method, form, null, new Happening("0123456789", NOW));
  }
}
