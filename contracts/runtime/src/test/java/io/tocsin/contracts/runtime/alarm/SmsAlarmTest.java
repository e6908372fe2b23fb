package io.tocsin.contracts.runtime.alarm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.CatchAll;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Installation;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.Rung;
import io.tocsin.contracts.runtime.alarm.SelfAlarm.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmsAlarmTest {
  private static final Trouble TROUBLE =
      new Trouble("waiting", "Tocsin cannot process, 2 alerts are waiting", Map.of());

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int answer = 201;
  private HttpServer twilio;

  @BeforeEach
  void start() throws IOException {
    twilio = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    twilio.createContext(
        "/2010-04-01/Accounts/AC1/Messages.json",
        call -> {
          asked.add(call.getRequestHeaders().getFirst("Authorization"));
          asked.add(new String(call.getRequestBody().readAllBytes(), UTF_8));
          call.sendResponseHeaders(answer, -1);
          call.close();
        });
    twilio.start();
  }

  @AfterEach
  void stop() {
    twilio.stop(0);
  }

  @Test
  void theFirstPhoneOfTheCatchAllIsTextedAsTwilioWantsIt() throws AlarmFailed {
    alarm(Map.of(Channel.PHONE, "+12025550100")).ring(TROUBLE);

    assertThat(asked)
        .containsExactly(
            "Basic QUMxOnNlY3JldA==",
            "Body=Tocsin+cannot+process%2C+2+alerts+are+waiting&From=%2B12025550199"
                + "&To=%2B12025550100");
  }

  @Test
  void thatItIsOverIsTextedToo() throws AlarmFailed {
    alarm(Map.of(Channel.PHONE, "+12025550100")).clear("waiting");

    assertThat(asked.get(1)).contains("is+over");
  }

  @Test
  void aLongOneIsCutBetweenCharacters() throws AlarmFailed {
    Trouble long320 = new Trouble("waiting", "a" + "🔥".repeat(320), Map.of());
    alarm(Map.of(Channel.PHONE, "+12025550100")).ring(long320);

    String body = URLDecoder.decode(asked.get(1).split("&")[0].substring(5), UTF_8);
    assertThat(body).isEqualTo("a" + "🔥".repeat(318) + "…");
  }

  @Test
  void aRefusalIsToldWithoutSecrets() {
    answer = 401;

    assertThatThrownBy(() -> alarm(Map.of(Channel.PHONE, "+12025550100")).ring(TROUBLE))
        .isInstanceOf(AlarmFailed.class)
        .hasMessage("Twilio answered HTTP 401");
    assertThat(account().toString()).doesNotContain("secret");
  }

  @Test
  void withoutAPhoneItSaysWhatToGive() {
    assertThatThrownBy(() -> alarm(Map.of(Channel.EMAIL, "d@example.com")).ring(TROUBLE))
        .hasMessageContaining("give one in catch-all.yaml");
  }

  private SmsAlarm alarm(Map<Channel, String> methods) {
    Contact duty = new Contact("duty", "Duty", Level.Clock.ALWAYS, methods);
    Rung rung = new Rung("duty", List.of(Channel.PHONE), Duration.ofMinutes(5), true);
    Policies policies =
        new Policies(
            "hash",
            Map.of(),
            Map.of(),
            new CatchAll(new TeamCode("ALL"), "Catch-all", Map.of("duty", duty), List.of(rung)),
            new Installation(0));
    return new SmsAlarm(account(), () -> policies);
  }

  private SmsAlarm.Account account() {
    return new SmsAlarm.Account(
        "http://127.0.0.1:" + twilio.getAddress().getPort() + "/", "AC1", "secret", "+12025550199");
  }
}
