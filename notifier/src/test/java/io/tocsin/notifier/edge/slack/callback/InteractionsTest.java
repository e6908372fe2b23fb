package io.tocsin.notifier.edge.slack.callback;

import static io.tocsin.notifier.Fixtures.incident;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.SlackConfig;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Update;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.Golden;
import io.tocsin.notifier.edge.callback.Reply;
import io.tocsin.notifier.edge.callback.Unreadable;
import io.tocsin.notifier.edge.slack.SlackPolicies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is pressed and filled in at Slack becomes commands, where the policy lets it. */
@Tag("RUN-04.1b")
class InteractionsTest {
  @RegisterExtension final SlackCalls slack = new SlackCalls();

  @Test
  void theButtonAcknowledges() {
    assertThat(slack.press("tocsin_acknowledge", "RX-142", SlackPolicies.ON_CALL).taken()).isTrue();
    assertThat(slack.commands()).hasSize(1);
    IncidentCommand command = slack.commands().get(0);
    assertThat(command.action()).isEqualTo(new CommandAction.Acknowledge());
    assertThat(command.by()).isEqualTo(new Actor("on-call", "slack"));
    assertThat(command.incident()).isEqualTo(new IncidentId(Fixtures.TEAM, 142));
    slack.awaitSaid("/respond", "Done. RX-142: it is yours");
  }

  @Test
  void aRepeatedPressIsTheSameCommand() {
    slack.press("tocsin_acknowledge", "RX-142", SlackPolicies.ON_CALL);
    slack.press("tocsin_acknowledge", "RX-142", SlackPolicies.ON_CALL);
    assertThat(slack.commands().stream().map(IncidentCommand::id).distinct()).hasSize(1);
  }

  @Test
  @Tag("RUN-08.1c")
  void theButtonRaisesByOneLevel() {
    slack.press("tocsin_raise", "RX-142 P1", SlackPolicies.LEAD);
    assertThat(slack.commands().get(0).action())
        .isEqualTo(new CommandAction.ChangeSeverity(Severity.P1, "raised in Slack"));
  }

  @Test
  void whoIsNoResponderIsRefusedAndToldWhy() {
    assertThat(slack.press("tocsin_acknowledge", "RX-142", SlackPolicies.LEAD).taken()).isFalse();
    assertThat(slack.commands()).isEmpty();
    slack.awaitSaid("/respond", "neither on the ladder of team RX nor among its responders");
  }

  @Test
  void whoIsUnknownIsRefusedAndToldWhy() {
    assertThat(slack.press("tocsin_raise", "RX-142 P1", "U0STRANGER").taken()).isFalse();
    assertThat(slack.commands()).isEmpty();
    slack.awaitSaid("/respond", "Tocsin does not know you");
  }

  @Test
  void anothersButtonIsLeftAlone() {
    assertThat(slack.press("approve_order", "RX-142", SlackPolicies.ON_CALL).taken()).isFalse();
    assertThat(slack.press("tocsin_acknowledge", "nonsense", SlackPolicies.ON_CALL).taken())
        .isFalse();
    assertThat(slack.commands()).isEmpty();
  }

  @Test
  @Tag("RUN-07.1b")
  void theUpdateButtonOpensTheForm() {
    slack.press("tocsin_update", "RX-142", SlackPolicies.ON_CALL);
    slack.awaitSaid("/api/views.open", "tocsin_update");
    assertThat(slack.commands()).isEmpty();
  }

  @Test
  @Tag("RUN-07.1b")
  void aFilledFormIsAnUpdate() {
    slack.submit(
        "tocsin_update",
        """
        {"status":{"value":{"type":"static_select","selected_option":{"value":"Mitigating"}}},
         "impact":{"value":{"type":"plain_text_input","value":" Slow "}},
         "next-steps":{"value":{"type":"plain_text_input","value":null}},
         "eta":{"value":{"type":"datetimepicker","selected_date_time":1772450000}}}
        """);
    assertThat(slack.commands().get(0).action())
        .isEqualTo(
            new CommandAction.PostUpdate(
                new Update(
                    null, "Mitigating", "Slow", null, null, Instant.ofEpochSecond(1772450000))));
  }

  @Test
  @Tag("RUN-02.2")
  void theFiveQuestionsAreAnswered() {
    slack.submit(
        "tocsin_questions",
        """
        {"users":{"value":{"type":"plain_text_input","value":"200"}},
         "security":{"value":{"type":"static_select","selected_option":{"value":"no"}}}}
        """);
    assertThat(slack.commands().get(0).action())
        .isEqualTo(new CommandAction.Assess(Map.of("users", "200", "security", "no")));
  }

  @Test
  void bothFormsLookAsTheirGoldenFilesSay() throws Exception {
    slack.slash("update RX-142", SlackPolicies.ON_CALL);
    slack.awaitSaid("/api/views.open", "tocsin_update");
    Golden.assertIs("slack/form-update.json", slack.opened());
    slack.said().clear();
    slack.slash("assess RX-142", SlackPolicies.ON_CALL);
    slack.awaitSaid("/api/views.open", "tocsin_questions");
    Golden.assertIs("slack/form-questions.json", slack.opened());
    assertThat(slack.commands()).isEmpty();
  }

  @Test
  void slacksOwnClassesReadTheFormsStrictly() {
    SlackConfig strict = new SlackConfig();
    strict.setFailOnUnknownProperties(true);
    Origin origin = new Origin(incident(142), null);
    for (View form : List.of(Modals.update(origin), Modals.questions(origin))) {
      String json = GsonFactory.createSnakeCase().toJson(form);
      View read = GsonFactory.createSnakeCase(strict).fromJson(json, View.class);
      assertThat(read.getBlocks()).hasSize(5);
      // the longest name an incident can have still fits Slack's 24 characters
      assertThat(read.getTitle().getText()).hasSizeLessThanOrEqualTo(24);
    }
  }

  @Test
  void anEmptyFormStaysOpenAndSaysWhy() {
    Reply reply = slack.submit("tocsin_update", "{}");
    assertThat(new String(reply.body(), UTF_8))
        .contains("\"response_action\":\"errors\"", "Fill in at least one field");
    assertThat(slack.commands()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"events, '{'", "interactions, 'payload=%7B'", "interactions, ''"})
  void whatIsNotOfSlacksFormIsRefused(String path, String body) {
    assertThatThrownBy(() -> slack.receive(path, body)).isInstanceOf(Unreadable.class);
  }
}
