package io.tocsin.notifier.edge.slack.callback;

import static io.tocsin.notifier.Fixtures.incident;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.slack.api.SlackConfig;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Update;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.Golden;
import io.tocsin.notifier.core.Standing;
import io.tocsin.notifier.edge.callback.Away;
import io.tocsin.notifier.edge.callback.Given;
import io.tocsin.notifier.edge.callback.People;
import io.tocsin.notifier.edge.callback.References;
import io.tocsin.notifier.edge.callback.Reply;
import io.tocsin.notifier.edge.callback.Unreadable;
import io.tocsin.notifier.edge.slack.Answers;
import io.tocsin.notifier.edge.slack.SlackApi;
import io.tocsin.notifier.edge.slack.SlackNames;
import io.tocsin.notifier.edge.slack.SlackPeople;
import io.tocsin.notifier.edge.slack.SlackPolicies;
import io.tocsin.notifier.edge.slack.SlackSettings;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What people do in Slack becomes commands, where the policy lets them. */
@Tag("RUN-04.1b")
class SlackCallbacksTest {
  private static final Patience IMPATIENT =
      new Patience(Duration.ofMillis(50), Duration.ofMillis(100));
  private static final String ROOT = "C0INCIDENTS/1700.000001";

  private static final String PRESS =
      """
      {"type":"block_actions","user":%s,"trigger_id":"1.2.3",
       "container":{"type":"message","message_ts":"1700.000001","channel_id":"C0INCIDENTS"},
       "response_url":"%s",
       "actions":[{"action_id":"%s","value":"%s","type":"button","action_ts":"1548.1"}]}
      """;

  /** What a provider reports of itself, and what is asked by a form (see the questions' tests). */
  private static final Set<String> NOT_BY_A_LINE = Set.of("report-recovery", "assessment");

  /** For verbs that any words would not do for. */
  private static final Map<String, String> WORDS =
      Map.of("severity", "p1 it spreads", "phase", "implementing fix");

  private final MockWebServer slack = new MockWebServer();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final List<IncidentCommand> commands = new CopyOnWriteArrayList<>();
  private final AtomicReference<Standing> standing =
      new AtomicReference<>(new Standing(1, 0, false, null));
  private final SlackNames names = new SlackNames();
  private volatile long naming;
  private volatile String userName = "rx-named";
  private volatile boolean bot;
  private Mono<Void> kafka = Mono.empty();
  private SlackCallbacks callbacks;

  @BeforeEach
  void start() throws IOException {
    slack.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String path = request.getUrl().encodedPath();
            said.add(path + " " + request.getBody().utf8());
            return new MockResponse.Builder()
                .headersDelay(path.endsWith("users.info") ? naming : 0, TimeUnit.MILLISECONDS)
                .body(
                    path.endsWith("users.info")
                        ? "{\"ok\":true,\"user\":{\"id\":\"U0NAMED01\",\"name\":\"%s\",\"is_bot\":%s}}"
                            .formatted(userName, bot)
                        : "{\"ok\":true}")
                .build();
          }
        });
    slack.start();
    callbacks = callbacks(Patience.SLACKS);
  }

  private SlackCallbacks callbacks(Patience patience) {
    SlackSettings settings =
        new SlackSettings(
            slack.url("/api").toString(), "xoxb", "secret", Duration.ofSeconds(5), 4, 0, 0);
    SlackApi api = new SlackApi(settings);
    Asking asking =
        new Asking(
            new Persons(
                new People(SlackPolicies::policies, name -> Optional.empty()),
                names,
                new SlackPeople(api)),
            new Permits(SlackPolicies::policies),
            command -> kafka.then(Mono.fromRunnable(() -> commands.add(command))),
            id -> CompletableFuture.completedFuture("Done. RX-142: it is yours"),
            patience);
    Answers answers = new Answers(api, settings);
    Forms forms = new Forms(asking, answers);
    return new SlackCallbacks(
        "secret",
        new Interactions(asking, answers, forms),
        new SlashCommands(
            asking, answers, forms, SlackPolicies::policies, () -> List.of(incident(142))),
        new Events(
            asking,
            answers,
            references(),
            SlackPolicies::policies,
            id -> Optional.ofNullable(standing.get())));
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  private static References references() {
    References references = new References(10);
    Notification first =
        Fixtures.notification(142, 1, Notification.Act.TELL, List.of(), Channel.SLACK);
    references.enter(
        new Delivery(first, Delivery.State.SENT, ROOT, new Reason("accepted", "x"), Fixtures.NOW));
    references.loaded();
    return references;
  }

  @Test
  void theButtonAcknowledges() {
    assertThat(press("tocsin_acknowledge", "RX-142", SlackPolicies.ON_CALL).taken()).isTrue();
    assertThat(commands).hasSize(1);
    IncidentCommand command = commands.get(0);
    assertThat(command.action()).isEqualTo(new CommandAction.Acknowledge());
    assertThat(command.by()).isEqualTo(new Actor("on-call", "slack"));
    assertThat(command.incident()).isEqualTo(new IncidentId(Fixtures.TEAM, 142));
    awaitSaid("/respond", "Done. RX-142: it is yours");
  }

  @Test
  void whoIsNamedInThePolicyIsKnownByTheirAccount() {
    names.know(new SlackNames.Found(Map.of(), Map.of("@rx-named", "U0OTHER01")));
    comment("looking", "U0OTHER01", "");
    assertThat(commands.get(0).by()).isEqualTo(new Actor("named", "slack"));
  }

  @Test
  void aRepeatedPressIsTheSameCommand() {
    press("tocsin_acknowledge", "RX-142", SlackPolicies.ON_CALL);
    press("tocsin_acknowledge", "RX-142", SlackPolicies.ON_CALL);
    assertThat(commands.stream().map(IncidentCommand::id).distinct()).hasSize(1);
  }

  @Test
  @Tag("RUN-08.1c")
  void theButtonRaisesByOneLevel() {
    press("tocsin_raise", "RX-142 P1", SlackPolicies.LEAD);
    assertThat(commands.get(0).action())
        .isEqualTo(new CommandAction.ChangeSeverity(Severity.P1, "raised in Slack"));
  }

  @Test
  void whoIsNoResponderIsRefusedAndToldWhy() {
    assertThat(press("tocsin_acknowledge", "RX-142", SlackPolicies.LEAD).taken()).isFalse();
    assertThat(commands).isEmpty();
    awaitSaid("/respond", "neither on the ladder of team RX nor among its responders");
  }

  @Test
  void whoIsUnknownIsRefusedAndToldWhy() {
    assertThat(press("tocsin_raise", "RX-142 P1", "U0STRANGER").taken()).isFalse();
    assertThat(commands).isEmpty();
    awaitSaid("/respond", "Tocsin does not know you");
  }

  @Test
  void anothersButtonIsLeftAlone() {
    assertThat(press("approve_order", "RX-142", SlackPolicies.ON_CALL).taken()).isFalse();
    assertThat(press("tocsin_acknowledge", "nonsense", SlackPolicies.ON_CALL).taken()).isFalse();
    assertThat(commands).isEmpty();
  }

  @Test
  @Tag("RUN-07.1b")
  void theUpdateButtonOpensTheForm() {
    press("tocsin_update", "RX-142", SlackPolicies.ON_CALL);
    awaitSaid("/api/views.open", "tocsin_update");
    assertThat(commands).isEmpty();
  }

  @Test
  @Tag("RUN-07.1b")
  void aFilledFormIsAnUpdate() {
    submit(
        "tocsin_update",
        """
        {"status":{"value":{"type":"static_select","selected_option":{"value":"Mitigating"}}},
         "impact":{"value":{"type":"plain_text_input","value":" Slow "}},
         "next-steps":{"value":{"type":"plain_text_input","value":null}},
         "eta":{"value":{"type":"datetimepicker","selected_date_time":1772450000}}}
        """);
    assertThat(commands.get(0).action())
        .isEqualTo(
            new CommandAction.PostUpdate(
                new Update(
                    null, "Mitigating", "Slow", null, null, Instant.ofEpochSecond(1772450000))));
  }

  @Test
  @Tag("RUN-02.2")
  void theFiveQuestionsAreAnswered() {
    submit(
        "tocsin_questions",
        """
        {"users":{"value":{"type":"plain_text_input","value":"200"}},
         "security":{"value":{"type":"static_select","selected_option":{"value":"no"}}}}
        """);
    assertThat(commands.get(0).action())
        .isEqualTo(new CommandAction.Assess(Map.of("users", "200", "security", "no")));
  }

  @Test
  void bothFormsLookAsTheirGoldenFilesSay() throws Exception {
    slash("update RX-142", SlackPolicies.ON_CALL);
    awaitSaid("/api/views.open", "tocsin_update");
    Golden.assertIs("slack/form-update.json", opened());
    said.clear();
    slash("assess RX-142", SlackPolicies.ON_CALL);
    awaitSaid("/api/views.open", "tocsin_questions");
    Golden.assertIs("slack/form-questions.json", opened());
    assertThat(commands).isEmpty();
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
    Reply reply = submit("tocsin_update", "{}");
    assertThat(new String(reply.body(), UTF_8))
        .contains("\"response_action\":\"errors\"", "Fill in at least one field");
    assertThat(commands).isEmpty();
  }

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
    assertThat(slash(line, SlackPolicies.ON_CALL).taken()).isTrue();
    assertThat(commands).extracting(each -> each.action().wireName()).containsExactly(verb);
    assertThat(commands.get(0).incident()).isEqualTo(verb.equals("declare") ? null : incident(142));
  }

  @ParameterizedTest
  @ValueSource(strings = {"assess RX-142", "assessment RX-142"})
  @Tag("RUN-02.2")
  void theFiveQuestionsAreAskedByEitherName(String text) {
    assertThat(slash(text, SlackPolicies.ON_CALL).taken()).isTrue();
    awaitSaid("/api/views.open", "tocsin_questions");
  }

  @ParameterizedTest
  @CsvSource({
    "ack RX-142, acknowledge",
    "unack RX-142, unacknowledge",
    "finding RX-142 the pool is exhausted, findings",
    "update RX-142 restarted one node, updates"
  })
  void someVerbsHaveAShortName(String text, String verb) {
    assertThat(slash(text, SlackPolicies.ON_CALL).taken()).isTrue();
    assertThat(commands.get(0).action().wireName()).isEqualTo(verb);
  }

  @Test
  void theOnlyOpenIncidentNeedsNoName() {
    slash("finding the pool is exhausted", SlackPolicies.ON_CALL);
    assertThat(commands.get(0).incident()).isEqualTo(incident(142));
  }

  @Test
  @Tag("RUN-09.2")
  void whatEndedItIsSaidByResolveOrByClose() {
    slash("resolve RX-142 rolled back", SlackPolicies.ON_CALL);
    slash("close RX-142 a leak", SlackPolicies.ON_CALL);
    slash("close RX-142 a leak; rolled back", SlackPolicies.ON_CALL);
    assertThat(commands)
        .extracting(IncidentCommand::action)
        .containsExactly(
            new CommandAction.Resolve("rolled back", new Cause(null, "rolled back")),
            new CommandAction.Close(new Cause("a leak", null)),
            new CommandAction.Close(new Cause("a leak", "rolled back")));
  }

  @Test
  @Tag("RUN-03.3")
  void anIncidentIsDeclared() {
    slash("declare P2 Checkout is slow service:prescription-api", SlackPolicies.ON_CALL);
    assertThat(commands.get(0).incident()).isNull();
    assertThat(commands.get(0).team()).isEqualTo(Fixtures.TEAM);
    assertThat(commands.get(0).action())
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
    String body = new String(slash(text, SlackPolicies.ON_CALL).body(), UTF_8);
    assertThat(body).contains("\"response_type\":\"ephemeral\"", answer);
    assertThat(commands).isEmpty();
  }

  @Test
  void theSlashCommandRefusesAStranger() {
    String body = new String(slash("ack RX-142", "U0STRANGER").body(), UTF_8);
    assertThat(body).contains("Tocsin does not know you");
    assertThat(commands).isEmpty();
  }

  @Test
  @Tag("MED-react")
  void aListedReactionOfAResponderAcknowledges() {
    assertThat(react("eyes", SlackPolicies.ON_CALL, ROOT).taken()).isTrue();
    assertThat(commands.get(0).action()).isEqualTo(new CommandAction.Acknowledge());
  }

  @Test
  @Tag("MED-react")
  void aSkinToneIsTheSameReaction() {
    assertThat(react("eyes::skin-tone-2", SlackPolicies.ON_CALL, ROOT).taken()).isTrue();
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
    assertThat(react(emoji, user, on).taken()).isFalse();
    assertThat(commands).isEmpty();
  }

  @Test
  @Tag("MED-react")
  void aResponderIsKnownByTheNameOfTheirAccount() {
    userName = "rx-outage";
    assertThat(react("eyes", "U0NAMED01", ROOT).taken()).isTrue();
    assertThat(commands.get(0).by()).isEqualTo(new Actor("outage", "slack"));
  }

  @Test
  @Tag("MED-react")
  void noReactionOfABotStopsATimerWhateverItsName() {
    userName = "rx-outage";
    bot = true;
    assertThat(react("eyes", "U0NAMED01", ROOT).taken()).isFalse();
    assertThat(commands).isEmpty();
  }

  @Test
  void aRepeatedEventIsTheSameCommand() {
    react("eyes", SlackPolicies.ON_CALL, ROOT);
    react("eyes", SlackPolicies.ON_CALL, ROOT);
    assertThat(commands.stream().map(IncidentCommand::id).distinct()).hasSize(1);
  }

  @Test
  void somebodyKnownByNameIsAskedOfSlack() {
    comment("looking", "U0NAMED01", "");
    assertThat(commands.get(0).by()).isEqualTo(new Actor("named", "slack"));
  }

  @Test
  @Tag("MED-react")
  void whileSlackIsSlowToNameSomebodyACommentIsTheirAccounts() {
    naming = 1_000;
    callbacks = callbacks(IMPATIENT);
    comment("looking", "U0NAMED01", "");
    assertThat(commands.get(0).by()).isEqualTo(new Actor("U0NAMED01", "slack"));
  }

  @Test
  @Tag("MED-react")
  void aReactionOfSomebodyWhomSlackIsSlowToNameIsRepeatedAndThenKnown() {
    naming = 400;
    callbacks = callbacks(IMPATIENT);
    assertThatThrownBy(() -> react("eyes", "U0NAMED01", ROOT))
        .isInstanceOf(Away.class)
        .hasMessageContaining("U0NAMED01");
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptionsInstanceOf(Away.class)
        .until(() -> react("eyes", "U0NAMED01", ROOT).note().contains("refused"));
    awaitSaid("/api/chat.postEphemeral", "neither+on+the+ladder");
  }

  @Test
  @Tag("MED-react")
  void aCommentIsAwarenessAndOffersTheButtonOnce() {
    comment("Looking &amp; checking &lt;it&gt;", SlackPolicies.ON_CALL, "");
    comment("still", SlackPolicies.ON_CALL, "");
    assertThat(commands.get(0).action())
        .isEqualTo(new CommandAction.Note("Looking & checking <it>"));
    awaitSaid("/api/chat.postEphemeral", "tocsin_acknowledge");
    assertThat(said.stream().filter(each -> each.startsWith("/api/chat.postEphemeral"))).hasSize(1);
  }

  @Test
  void whatOnePersonAloneSeesLooksAsItsGoldenFilesSay() throws Exception {
    comment("Looking", SlackPolicies.ON_CALL, "");
    awaitSaid("/api/chat.postEphemeral", "tocsin_acknowledge");
    Golden.assertIs("slack/only-you-offer.json", posted("/api/chat.postEphemeral"));
    said.clear();
    react("eyes", SlackPolicies.LEAD, ROOT);
    awaitSaid("/api/chat.postEphemeral", "neither");
    Golden.assertIs("slack/only-you-refusal.json", posted("/api/chat.postEphemeral"));
    press("tocsin_acknowledge", "RX-142", SlackPolicies.ON_CALL);
    awaitSaid("/respond", "Done");
    Golden.assertIs("slack/answer-to-press.json", sorted(saidTo("/respond")));
    Golden.assertIs(
        "slack/answer-to-command.json",
        sorted(new String(slash("severity RX-142", SlackPolicies.ON_CALL).body(), UTF_8)));
  }

  @Test
  void whileKafkaIsAwayAPressIsNotTakenAndThePersonIsTold() {
    kafka = Mono.error(new Gone());
    assertThatThrownBy(() -> press("tocsin_acknowledge", "RX-142", SlackPolicies.ON_CALL))
        .isInstanceOf(Away.class);
    awaitSaid("/respond", "It could not be stored. Press again in a few seconds.");
    assertThat(commands).isEmpty();
  }

  @Test
  void whileKafkaIsAwayACommandIsAnsweredSo() {
    kafka = Mono.error(new Gone());
    String body = new String(slash("ack RX-142", SlackPolicies.ON_CALL).body(), UTF_8);
    assertThat(body).contains("It could not be stored. Send it again in a few seconds.");
    assertThat(commands).isEmpty();
  }

  @Test
  void whileKafkaIsAwayAFormStaysOpenWithWhatWasFilledIn() {
    kafka = Mono.error(new Gone());
    Reply reply =
        submit(
            "tocsin_update",
            "{\"impact\":{\"value\":{\"type\":\"plain_text_input\",\"value\":\"Slow\"}}}");
    assertThat(new String(reply.body(), UTF_8))
        .contains("\"response_action\":\"errors\"", "It could not be stored.");
  }

  @Test
  @Tag("MED-react")
  void whileKafkaIsAwaySlackRepeatsAReaction() {
    kafka = Mono.error(new Gone());
    assertThatThrownBy(() -> react("eyes", SlackPolicies.ON_CALL, ROOT)).isInstanceOf(Away.class);
    kafka = Mono.empty();
    assertThat(react("eyes", SlackPolicies.ON_CALL, ROOT).taken()).isTrue();
  }

  @Test
  void whatSlackIsAnsweredWithComesBeforeSlackGivesUp() {
    assertThat(Patience.SLACKS.lookUp().plus(Patience.SLACKS.taking()))
        .isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void whatAKafkaThatHangsMayHaveTakenIsToldSoInTime() {
    kafka = Mono.never();
    callbacks = callbacks(IMPATIENT);
    String payload =
        PRESS.formatted(
            "{\"id\":\"U0ONCALL1\"}", slack.url("/respond"), "tocsin_acknowledge", "RX-142");
    assertThatThrownBy(() -> receive("interactions", "payload=" + encoded(payload)))
        .isInstanceOf(Away.class);
    awaitSaid("/respond", "It could not be stored.");
  }

  @Test
  void whomSlackIsSlowToNameIsToldSo() {
    naming = 1_000;
    callbacks = callbacks(IMPATIENT);
    String payload =
        PRESS.formatted(
            "{\"id\":\"U0NAMED01\"}", slack.url("/respond"), "tocsin_acknowledge", "RX-142");
    assertThatThrownBy(() -> receive("interactions", "payload=" + encoded(payload)))
        .isInstanceOf(Away.class);
    awaitSaid("/respond", "Slack did not say in time who you are. Press again");
  }

  @Test
  void whomSlackIsSlowToNameIsShownNoFormAndToldSo() {
    naming = 1_000;
    callbacks = callbacks(IMPATIENT);
    String payload =
        PRESS.formatted("{\"id\":\"U0NAMED01\"}", slack.url("/respond"), "tocsin_update", "RX-142");
    assertThat(receive("interactions", "payload=" + encoded(payload)).taken()).isTrue();
    awaitSaid("/respond", "Slack did not say in time who you are. Try again");
    assertThat(said).noneMatch(each -> each.contains("views.open"));
  }

  @Test
  void aCommentIsNotAnsweredOnceSomebodyHasIt() {
    standing.set(new Standing(5, 5, false, null));
    comment("Looking", SlackPolicies.ON_CALL, "");
    assertThat(commands).hasSize(1);
    assertThat(said).noneMatch(each -> each.contains("chat.postEphemeral"));
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
    assertThat(comment("x", SlackPolicies.ON_CALL, field).taken()).isFalse();
    assertThat(commands).isEmpty();
  }

  @Test
  void theAddressIsVerified() {
    Reply reply = receive("events", "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1a\"}");
    assertThat(new String(reply.body(), UTF_8)).isEqualTo("3eZbrw1a");
  }

  @ParameterizedTest
  @CsvSource({"events, '{'", "interactions, 'payload=%7B'", "interactions, ''"})
  void whatIsNotOfSlacksFormIsRefused(String path, String body) {
    assertThatThrownBy(() -> receive(path, body)).isInstanceOf(Unreadable.class);
  }

  private void awaitSaid(String path, String words) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(said).anyMatch(each -> each.startsWith(path) && each.contains(words)));
  }

  private String saidTo(String path) {
    return said.stream()
        .filter(each -> each.startsWith(path + " "))
        .findFirst()
        .map(each -> each.substring(path.length() + 1))
        .orElseThrow();
  }

  /** The form that Slack was asked to open. */
  private String opened() {
    return pretty(fields("/api/views.open").get("view"));
  }

  /** The fields of a call, what is JSON in them as JSON. */
  private String posted(String path) {
    Map<String, Object> shown = new TreeMap<>();
    fields(path)
        .forEach(
            (name, value) ->
                shown.put(
                    name, value.startsWith("[") ? ContractJson.MAPPER.readTree(value) : value));
    return ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(shown) + "\n";
  }

  private Map<String, String> fields(String path) {
    Map<String, String> fields = new TreeMap<>();
    for (String pair : saidTo(path).split("&")) {
      String[] both = pair.split("=", 2);
      fields.put(both[0], URLDecoder.decode(both[1], UTF_8));
    }
    return fields;
  }

  /** Fields whose order is nobody's concern. */
  private static String sorted(String json) {
    Map<String, Object> fields = new TreeMap<>();
    ContractJson.MAPPER
        .readTree(json)
        .properties()
        .forEach(each -> fields.put(each.getKey(), each.getValue()));
    return pretty(ContractJson.MAPPER.writeValueAsString(fields));
  }

  private static String pretty(String json) {
    return ContractJson.MAPPER
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(ContractJson.MAPPER.readTree(json))
        + "\n";
  }

  private static final class Gone extends Away {
    private static final long serialVersionUID = 1L;

    Gone() {
      super("the broker is stopped", "It could not be stored.", null);
    }
  }

  private Reply press(String action, String value, String user) {
    String payload =
        PRESS.formatted(
            "{\"id\":\"%s\",\"username\":\"any\"}".formatted(user),
            slack.url("/respond"),
            action,
            value);
    return receive("interactions", "payload=" + encoded(payload));
  }

  private Reply submit(String form, String values) {
    String payload =
        """
        {"type":"view_submission","user":{"id":"U0ONCALL1","username":"any"},
         "view":{"id":"V1","callback_id":"%s","private_metadata":"RX-142 C0INCIDENTS/1700.000001",
                 "state":{"values":%s}}}
        """
            .formatted(form, values);
    return receive("interactions", "payload=" + encoded(payload));
  }

  private Reply slash(String text, String user) {
    return receive(
        "commands",
        "command=%2Fincident&user_id="
            + user
            + "&user_name=any&trigger_id=1.2.3&text="
            + encoded(text)
            + "&response_url="
            + encoded(slack.url("/respond").toString()));
  }

  private Reply react(String emoji, String user, String on) {
    String[] place = on.split("/");
    return receive(
        "events",
        """
        {"type":"event_callback","event_id":"Ev1","event":{"type":"reaction_added","user":"%s",
         "reaction":"%s","item":{"type":"message","channel":"%s","ts":"%s"},"event_ts":"1.1"}}
        """
            .formatted(user, emoji, place[0], place[1]));
  }

  private Reply comment(String text, String user, String field) {
    return receive(
        "events",
        """
        {"type":"event_callback","event_id":"Ev2","event":{"type":"message",%s"user":"%s",
         "text":"%s","channel":"C0INCIDENTS","ts":"1700.000055","thread_ts":"1700.000001"}}
        """
            .formatted(field, user, text));
  }

  private Reply receive(String path, String body) {
    Reply reply =
        callbacks
            .receive(Given.callback("/callbacks/slack/" + path, body, Map.of()))
            .block(Duration.ofSeconds(20));
    assertThat(reply).isNotNull();
    return reply;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
