package io.tocsin.notifier.edge.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whom a policy names is found in Slack: groups by their handles, people by their mail address. */
@Tag("MHV-aud")
class SlackLookupTest {
  private static final String GROUPS =
      "{\"ok\":true,\"usergroups\":["
          + "{\"id\":\"S0614TZR7\",\"handle\":\"RX-engineers\"},{\"id\":\"S06158AV7\"}]}";

  private final MockWebServer server = new MockWebServer();
  private final Map<String, String> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final SlackNames names = new SlackNames();
  private NamedInPolicy named =
      new NamedInPolicy(
          Set.of("@rx-engineers", "@nobody"),
          Map.of("@rx-on-call", "on-call@example.com", "@rx-lead", "lead@example.com"));
  private SlackApi slack;
  private SlackLookup lookup;

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String body = URLDecoder.decode(request.getBody().utf8(), StandardCharsets.UTF_8);
            String what =
                request.getUrl().encodedPath().endsWith("usergroups.list")
                    ? "groups"
                    : body.replaceAll(".*email=([^&]*).*", "$1");
            asked.add(what);
            String answer =
                answers.getOrDefault(what, "{\"ok\":false,\"error\":\"users_not_found\"}");
            return answer.isEmpty()
                ? new MockResponse.Builder().code(503).build()
                : new MockResponse.Builder().body(answer).build();
          }
        });
    server.start();
    slack =
        new SlackApi(
            new SlackSettings(
                server.url("/api").toString(), "xoxb", "", Duration.ofSeconds(5), 4, 0, 0));
    lookup = new SlackLookup(slack, names, () -> named);
    answers.put("groups", GROUPS);
    answers.put("on-call@example.com", account("U0ONCALL1"));
  }

  @AfterEach
  void stop() {
    slack.close();
    server.close();
  }

  @Test
  void aGroupIsFoundByItsHandleAndAPersonByTheirMailAddress() {
    lookup.look();
    assertThat(names.group("@rx-engineers")).contains("S0614TZR7");
    assertThat(names.person("@rx-on-call")).contains("U0ONCALL1");
    assertThat(names.of("U0ONCALL1")).containsExactly("@rx-on-call");
  }

  @Test
  void whoIsNotInSlackStaysAName() {
    lookup.look();
    assertThat(names.group("@nobody")).isEmpty();
    assertThat(names.person("@rx-lead")).isEmpty();
    assertThat(names.group("#rx-engineers")).isEmpty();
    assertThat(names.of("U0LEAD001")).isEmpty();
  }

  @Test
  void nobodyIsAskedForTwiceUntilAllAre() {
    lookup.look();
    lookup.look();
    assertThat(asked)
        .containsExactlyInAnyOrder("groups", "on-call@example.com", "lead@example.com");
    answers.put("lead@example.com", account("U0LEAD001"));
    lookup.anew();
    lookup.look();
    assertThat(names.person("@rx-lead")).contains("U0LEAD001");
  }

  @Test
  void whoIsNewInThePolicyIsAskedForAtOnce() {
    lookup.look();
    answers.put("new@example.com", account("U0NEW0001"));
    named = new NamedInPolicy(named.tags(), Map.of("@rx-new", "new@example.com"));
    lookup.look();
    assertThat(names.person("@rx-new")).contains("U0NEW0001");
    assertThat(names.person("@rx-on-call")).isEmpty();
  }

  @Test
  void whatWasFoundHoldsWhileSlackIsAway() {
    lookup.look();
    answers.replaceAll((what, answer) -> "");
    lookup.anew();
    lookup.look();
    assertThat(names.group("@rx-engineers")).contains("S0614TZR7");
    assertThat(names.person("@rx-on-call")).contains("U0ONCALL1");
  }

  @Test
  void anAppWithoutTheScopesIsAskedNoFurther() {
    answers.replaceAll((what, answer) -> "{\"ok\":false,\"error\":\"missing_scope\"}");
    answers.put("lead@example.com", "{\"ok\":false,\"error\":\"missing_scope\"}");
    lookup.look();
    lookup.look();
    assertThat(asked).hasSize(2).contains("groups");
    assertThat(names.person("@rx-on-call")).isEmpty();
  }

  @Test
  void anAppThatMayReadOnlyPeopleFindsThem() {
    answers.put("groups", "{\"ok\":false,\"error\":\"missing_scope\"}");
    lookup.look();
    assertThat(names.person("@rx-on-call")).contains("U0ONCALL1");
  }

  @Test
  void anAccountThatIsClosedIsNobodys() {
    answers.put(
        "on-call@example.com", "{\"ok\":true,\"user\":{\"id\":\"U0ONCALL1\",\"deleted\":true}}");
    lookup.look();
    assertThat(names.person("@rx-on-call")).isEmpty();
  }

  @Test
  void whereThePolicyNamesNobodySlackIsNotAsked() {
    named = new NamedInPolicy(Set.of(), Map.of());
    lookup.look();
    assertThat(asked).isEmpty();
  }

  private static String account(String id) {
    return "{\"ok\":true,\"user\":{\"id\":\"%s\",\"name\":\"any\"}}".formatted(id);
  }
}
