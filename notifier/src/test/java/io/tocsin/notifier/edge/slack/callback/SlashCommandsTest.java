package io.tocsin.notifier.edge.slack.callback;

import static io.tocsin.notifier.Fixtures.incident;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.Severity;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.edge.slack.SlackPolicies;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /incident} says in Slack what the API can do. */
@Tag("RUN-04.1b")
class SlashCommandsTest {
  /** What a provider reports of itself, and what is asked by a form (see the questions' tests). */
  private static final Set<String> NOT_BY_A_LINE = Set.of("report-recovery", "assessment");

  /** For verbs that any words would not do for. */
  private static final Map<String, String> WORDS =
      Map.of("severity", "p1 it spreads", "phase", "implementing fix");

  @RegisterExtension final SlackCalls slack = new SlackCalls();

  /** From the contract, so that a verb which is new there is wanted here. */
  static Stream<String> verbsOfTheApi() {
    return Stream.of(CommandAction.class.getAnnotation(JsonSubTypes.class).value())
        .map(JsonSubTypes.Type::name)
        .filter(verb -> !NOT_BY_A_LINE.contains(verb));
  }

  @ParameterizedTest
  @MethodSource("verbsOfTheApi")
  void theSlashCommandHasTheVerbsOfTheApi(String verb) {
    String line = verb + " RX-142 " + WORDS.getOrDefault(verb, "as was seen");
    assertThat(slack.slash(line, SlackPolicies.ON_CALL).taken()).isTrue();
    assertThat(slack.commands()).extracting(each -> each.action().wireName()).containsExactly(verb);
    assertThat(slack.commands().get(0).incident())
        .isEqualTo(verb.equals("declare") ? null : incident(142));
  }

  @ParameterizedTest
  @ValueSource(strings = {"assess RX-142", "assessment RX-142"})
  @Tag("RUN-02.2")
  void theFiveQuestionsAreAskedByEitherName(String text) {
    assertThat(slack.slash(text, SlackPolicies.ON_CALL).taken()).isTrue();
    slack.awaitSaid("/api/views.open", "tocsin_questions");
  }

  @ParameterizedTest
  @CsvSource({
    "ack RX-142, acknowledge",
    "unack RX-142, unacknowledge",
    "finding RX-142 the pool is exhausted, findings",
    "update RX-142 restarted one node, updates"
  })
  void someVerbsHaveAShortName(String text, String verb) {
    assertThat(slack.slash(text, SlackPolicies.ON_CALL).taken()).isTrue();
    assertThat(slack.commands().get(0).action().wireName()).isEqualTo(verb);
  }

  @Test
  void theOnlyOpenIncidentNeedsNoName() {
    slack.slash("finding the pool is exhausted", SlackPolicies.ON_CALL);
    assertThat(slack.commands().get(0).incident()).isEqualTo(incident(142));
  }

  @Test
  @Tag("RUN-09.2")
  void whatEndedItIsSaidByResolveOrByClose() {
    slack.slash("resolve RX-142 rolled back", SlackPolicies.ON_CALL);
    slack.slash("close RX-142 a leak", SlackPolicies.ON_CALL);
    slack.slash("close RX-142 a leak; rolled back", SlackPolicies.ON_CALL);
    assertThat(slack.commands())
        .extracting(IncidentCommand::action)
        .containsExactly(
            new CommandAction.Resolve("rolled back", new Cause(null, "rolled back")),
            new CommandAction.Close(new Cause("a leak", null)),
            new CommandAction.Close(new Cause("a leak", "rolled back")));
  }

  @Test
  @Tag("RUN-03.3")
  void anIncidentIsDeclared() {
    slack.slash("declare P2 Checkout is slow service:prescription-api", SlackPolicies.ON_CALL);
    assertThat(slack.commands().get(0).incident()).isNull();
    assertThat(slack.commands().get(0).team()).isEqualTo(Fixtures.TEAM);
    assertThat(slack.commands().get(0).action())
        .isEqualTo(
            new CommandAction.Declare(
                "Checkout is slow", "prescription-api", "production", Severity.P2));
  }

  @ParameterizedTest
  @CsvSource({
    "help, What /incident does",
    "'', What /incident does",
    "dance RX-142, is nothing that /incident does",
    "severity RX-142 P9 x, Say the level and why",
    "severity RX-142 P1, Something is missing",
    "close RX-142 a leak;, Something is missing",
    "phase RX-142 nowhere, is no phase",
    "declare P2, Say what is the matter"
  })
  void whatCannotBeDoneIsAnsweredForTheAskerAlone(String text, String answer) {
    String body = new String(slack.slash(text, SlackPolicies.ON_CALL).body(), UTF_8);
    assertThat(body).contains("\"response_type\":\"ephemeral\"", answer);
    assertThat(slack.commands()).isEmpty();
  }

  @Test
  void theSlashCommandRefusesAStranger() {
    String body = new String(slack.slash("ack RX-142", "U0STRANGER").body(), UTF_8);
    assertThat(body).contains("Tocsin does not know you");
    assertThat(slack.commands()).isEmpty();
  }
}
