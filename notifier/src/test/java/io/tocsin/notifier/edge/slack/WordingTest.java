package io.tocsin.notifier.edge.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.SlackConfig;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.message.MessageText;
import io.tocsin.contracts.policy.template.Templates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each message looks like, as golden files; {@code -Dgolden.write=true} writes them anew. */
@Tag("MHV-msg")
@Tag("MED-links")
@Tag("MED-contacts")
class WordingTest {
  private static final Wording WORDING = wording();

  static Wording wording() {
    return wording(SlackPolicies.policies());
  }

  private static Wording wording(Policies pinned) {
    return new Wording(
        notification ->
            new MessageText(pinned, SlackPolicies.policies(), "https://tocsin.example.com"),
        SlackPolicies::policies,
        new Addresses(SlackPolicies::policies, name -> Optional.empty(), new SlackNames()));
  }

  /** By the playbook's own template, which shows all that the catalog knows. */
  private static Wording ofMedicalSupplies() {
    Path file = Path.of("../deploy/policies/medical-supplies/templates/incident-message.txt");
    try {
      String text = Files.readString(file);
      return wording(
          SlackPolicies.policies(
              Templates.read(Map.of("templates/incident-message.txt", text)).templates()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, SlackMessage> messages() {
    Map<String, SlackMessage> messages = new LinkedHashMap<>();
    for (IncidentState state : IncidentState.values()) {
      messages.put(
          "first-" + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
          WORDING.edited(Told.refresh(3, "audience:engineers", state)));
    }
    Notification first = Told.tell(1, "audience:engineers", MessageKind.INCIDENT_MESSAGE);
    messages.put("first-posted", WORDING.first(first));
    messages.put("first-medical-supplies", ofMedicalSupplies().first(first));
    messages.put("first-page", WORDING.first(Told.page(1, "on-call")));
    messages.put("first-late-audience", WORDING.first(told(MessageKind.STAKEHOLDER_NOTICE)));
    messages.put("page-again", WORDING.reply(Told.page(4, "on-call"), true));
    messages.put("tags-only", WORDING.tagsOnly(told(MessageKind.UPDATE)));
    messages.put("withdrawn", WORDING.withdrawn(Told.page(4, "on-call")));
    Stream.of(
            MessageKind.INCIDENT_MESSAGE,
            MessageKind.ACKNOWLEDGED,
            MessageKind.UPDATE,
            MessageKind.STAKEHOLDER_NOTICE,
            MessageKind.REMINDER,
            MessageKind.QUESTIONS,
            MessageKind.FINDING,
            MessageKind.RESOLUTION_NOTICE)
        .forEach(
            kind -> messages.put("reply-" + kind.wireName(), WORDING.reply(told(kind), false)));
    return messages;
  }

  private static Notification told(MessageKind kind) {
    return Told.tell(5, "audience:engineers", kind);
  }

  static Stream<String> names() {
    return messages().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aMessageLooksAsItsGoldenFileSays(String name) throws IOException {
    String written = json(messages().get(name));
    if (Boolean.getBoolean("golden.write")) {
      Path file = Path.of("src/test/resources/slack", name + ".json");
      Files.createDirectories(file.getParent());
      Files.writeString(file, written);
    }
    assertThat(written).isEqualTo(golden(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void slacksOwnClassesReadItStrictly(String name) {
    SlackConfig strict = new SlackConfig();
    strict.setFailOnUnknownProperties(true);
    SlackMessage message = messages().get(name);
    String blocks = GsonFactory.createSnakeCase().toJson(message.blocks());
    LayoutBlock[] read = GsonFactory.createSnakeCase(strict).fromJson(blocks, LayoutBlock[].class);
    assertThat(read).hasSameSizeAs(message.blocks()).hasSizeBetween(1, 50);
    assertThat(message.text()).isNotBlank().hasSizeLessThanOrEqualTo(4_000);
  }

  @ParameterizedTest
  @MethodSource("names")
  void allMarkdownIsVerbatim(String name) {
    String blocks = GsonFactory.createSnakeCase().toJson(messages().get(name).blocks());
    assertThat(occurrences(blocks, "\"mrkdwn\""))
        .isEqualTo(occurrences(blocks, "\"verbatim\":true"));
  }

  private static int occurrences(String text, String of) {
    return text.split(java.util.regex.Pattern.quote(of), -1).length - 1;
  }

  @org.junit.jupiter.api.Test
  void nobodyIsAskedAfterTheEnd() {
    for (IncidentState over :
        new IncidentState[] {
          IncidentState.RESOLVED, IncidentState.CLOSED, IncidentState.FALSE_ALARM
        }) {
      assertThat(json(WORDING.edited(Told.refresh(9, "audience:engineers", over))))
          .doesNotContain("button");
    }
  }

  @org.junit.jupiter.api.Test
  void theAskForAnswersOffersTheForm() {
    assertThat(
            json(
                WORDING.reply(
                    Told.of(
                        5,
                        "on-call",
                        Act.TELL,
                        MessageKind.QUESTIONS,
                        IncidentState.ACKNOWLEDGED,
                        "x"),
                    true)))
        .contains("tocsin_answer");
  }

  @org.junit.jupiter.api.Test
  void whoHasItFindsTheFormAlsoInTheirFirstMessageAndAfterItsEdits() {
    Notification asked =
        Told.of(5, "on-call", Act.TELL, MessageKind.QUESTIONS, IncidentState.ACKNOWLEDGED, "x");
    assertThat(json(WORDING.first(asked))).contains("tocsin_answer");
    assertThat(json(WORDING.edited(Told.refresh(6, "on-call", IncidentState.ACKNOWLEDGED))))
        .contains("tocsin_answer");
  }

  private static String json(SlackMessage message) {
    String blocks = GsonFactory.createSnakeCase().toJson(message.blocks());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("text", message.text());
    all.put("reply_broadcast", message.broadcast());
    all.put("blocks", ContractJson.MAPPER.readTree(blocks));
    return ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = WordingTest.class.getResourceAsStream("/slack/" + name + ".json")) {
      if (file == null) {
        Path written = Path.of("src/test/resources/slack", name + ".json");
        assertThat(written).as("the golden file").exists();
        return Files.readString(written);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
