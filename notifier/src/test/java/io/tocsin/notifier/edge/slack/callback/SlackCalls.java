package io.tocsin.notifier.edge.slack.callback;

import static io.tocsin.notifier.Fixtures.incident;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Reason;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.core.Standing;
import io.tocsin.notifier.edge.callback.Away;
import io.tocsin.notifier.edge.callback.Given;
import io.tocsin.notifier.edge.callback.People;
import io.tocsin.notifier.edge.callback.References;
import io.tocsin.notifier.edge.callback.Reply;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.core.publisher.Mono;

/** Slack as it calls us and as we call it, and the commands that come of it. */
final class SlackCalls implements BeforeEachCallback, AfterEachCallback {
  /** The first message of the one incident that there is. */
  static final String ROOT = "C0INCIDENTS/1700.000001";

  private static final Patience IMPATIENT =
      new Patience(Duration.ofMillis(50), Duration.ofMillis(100));

  private static final String PRESS =
      """
      {"type":"block_actions","user":%s,"trigger_id":"1.2.3",
       "container":{"type":"message","message_ts":"1700.000001","channel_id":"C0INCIDENTS"},
       "response_url":"%s",
       "actions":[{"action_id":"%s","value":"%s","type":"button","action_ts":"1548.1"}]}
      """;

  private final MockWebServer slack = new MockWebServer();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final List<IncidentCommand> commands = new CopyOnWriteArrayList<>();
  private final AtomicReference<Standing> standing =
      new AtomicReference<>(new Standing(1, 0, false, null));
  private final SlackNames names = new SlackNames();
  private volatile Duration naming = Duration.ZERO;
  private volatile String userName = "rx-named";
  private volatile boolean bot;
  private volatile Mono<Void> kafka = Mono.empty();
  private SlackCallbacks callbacks;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    slack.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    slack.start();
    callbacks = callbacks(Patience.SLACKS);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    slack.close();
  }

  /** Where Slack is. */
  String url() {
    return slack.url("/").toString().replaceAll("/$", "");
  }

  private MockResponse answer(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    boolean asksWho = path.endsWith("users.info");
    said.add(path + " " + request.getBody().utf8());
    return new MockResponse.Builder()
        .headersDelay(asksWho ? naming.toMillis() : 0, TimeUnit.MILLISECONDS)
        .body(
            asksWho
                ? "{\"ok\":true,\"user\":{\"id\":\"U0NAMED01\",\"name\":\"%s\",\"is_bot\":%s}}"
                    .formatted(userName, bot)
                : "{\"ok\":true}")
        .build();
  }

  private SlackCallbacks callbacks(Patience patience) {
    SlackSettings settings =
        new SlackSettings(url() + "/api", "xoxb", "secret", Duration.ofSeconds(5), 4, 0, 0);
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

  private static References references() {
    References references = new References(10);
    Notification first =
        Fixtures.notification(142, 1, Notification.Act.TELL, List.of(), Channel.SLACK);
    references.enter(
        new Delivery(first, Delivery.State.SENT, ROOT, new Reason("accepted", "x"), Fixtures.NOW));
    references.loaded();
    return references;
  }

  /** The commands that came, in order. */
  List<IncidentCommand> commands() {
    return commands;
  }

  /** What Slack was told: the path, and what was sent there. */
  List<String> said() {
    return said;
  }

  SlackNames names() {
    return names;
  }

  /** What publishing a command comes to. */
  void kafka(Mono<Void> comesTo) {
    kafka = comesTo;
  }

  void standing(Standing now) {
    standing.set(now);
  }

  /** So long Slack takes to say who somebody is. */
  void namesAfter(Duration time) {
    naming = time;
  }

  /** The account that Slack names when it is asked. */
  void account(String name, boolean ofABot) {
    userName = name;
    bot = ofABot;
  }

  /** A tenth of a second is too long from now on. */
  void impatient() {
    callbacks = callbacks(IMPATIENT);
  }

  /** Waits until Slack was told {@code words} at {@code path}. */
  void awaitSaid(String path, String words) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(said).anyMatch(each -> each.startsWith(path) && each.contains(words)));
  }

  /** The first that was told at {@code path}. */
  String saidTo(String path) {
    return said.stream()
        .filter(each -> each.startsWith(path + " "))
        .findFirst()
        .map(each -> each.substring(path.length() + 1))
        .orElseThrow();
  }

  /** The form that Slack was asked to open. */
  String opened() {
    return pretty(fields("/api/views.open").get("view"));
  }

  /** The fields of a call, what is JSON in them as JSON. */
  String posted(String path) {
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
  static String sorted(String json) {
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

  /** Kafka is. */
  static final class Gone extends Away {
    private static final long serialVersionUID = 1L;

    Gone() {
      super("the broker is stopped", "It could not be stored.", null);
    }
  }

  /** A button by somebody whose name Slack gives with it. */
  Reply press(String action, String value, String user) {
    return pressed(action, value, "{\"id\":\"%s\",\"username\":\"any\"}".formatted(user));
  }

  /** A button by somebody of whom Slack gives the id alone. */
  Reply pressByIdAlone(String action, String value, String user) {
    return pressed(action, value, "{\"id\":\"%s\"}".formatted(user));
  }

  private Reply pressed(String action, String value, String user) {
    String payload = PRESS.formatted(user, url() + "/respond", action, value);
    return receive("interactions", "payload=" + encoded(payload));
  }

  Reply submit(String form, String values) {
    String payload =
        """
        {"type":"view_submission","user":{"id":"U0ONCALL1","username":"any"},
         "view":{"id":"V1","callback_id":"%s","private_metadata":"RX-142 C0INCIDENTS/1700.000001",
                 "state":{"values":%s}}}
        """
            .formatted(form, values);
    return receive("interactions", "payload=" + encoded(payload));
  }

  Reply slash(String text, String user) {
    return receive(
        "commands",
        "command=%2Fincident&user_id="
            + user
            + "&user_name=any&trigger_id=1.2.3&text="
            + encoded(text)
            + "&response_url="
            + encoded(url() + "/respond"));
  }

  Reply react(String emoji, String user, String on) {
    String[] place = on.split("/");
    return receive(
        "events",
        """
        {"type":"event_callback","event_id":"Ev1","event":{"type":"reaction_added","user":"%s",
         "reaction":"%s","item":{"type":"message","channel":"%s","ts":"%s"},"event_ts":"1.1"}}
        """
            .formatted(user, emoji, place[0], place[1]));
  }

  Reply comment(String text, String user, String field) {
    return receive(
        "events",
        """
        {"type":"event_callback","event_id":"Ev2","event":{"type":"message",%s"user":"%s",
         "text":"%s","channel":"C0INCIDENTS","ts":"1700.000055","thread_ts":"1700.000001"}}
        """
            .formatted(field, user, text));
  }

  Reply receive(String path, String body) {
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
