package io.tocsin.notifier.e2e;

import static io.tocsin.notifier.Fixtures.incident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.TopicSetup;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.RunningNotifier;
import io.tocsin.notifier.edge.kafka.NotifierKafka;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A key on the phone, on a real broker: what the engine decides is what is said. */
@Tag("RUN-04.1a")
@Tag("RUN-08.2")
class PhoneAnswerTest {
  private static final String TOKEN = "token-of-a-test";
  private static final String BASE = "https://tocsin.example.com";
  private static final String PATH = "/callbacks/phone/gather?n=RX-880%2F2%2Fphone%2Fon-call&p=1";

  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void whatTheEngineDecidesIsSaid() throws Exception {
    TopicSetup.ensure(Kafka.SETTINGS);
    try (RunningNotifier notifier =
        new RunningNotifier(
            Kafka.SETTINGS,
            "",
            Map.of(
                "tocsin.notifier.instance",
                "phone-answers",
                "tocsin.notifier.phone.auth-token",
                TOKEN,
                "tocsin.notifier.phone.callbacks-url",
                BASE))) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> notifier.bean(NotifierKafka.class).isReady());
      // each try is another call: a busy broker may take longer than a person is kept waiting
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> said(notifier.port()), words -> words.contains("R X 8 8 0 is yours."));
    }
  }

  private String said(int port) throws Exception {
    String call = "CA" + calls.incrementAndGet();
    CompletableFuture<HttpResponse<String>> answer =
        HttpClient.newHttpClient()
            .sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-Twilio-Signature", proof("CallSid" + call + "Digits1"))
                    .POST(HttpRequest.BodyPublishers.ofString("CallSid=" + call + "&Digits=1"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              Kafka.send(Topics.INCIDENT_EVENTS, "RX-880", acknowledged("phone-" + call + "-1"));
              return answer.isDone();
            });
    HttpResponse<String> said = answer.get(1, TimeUnit.SECONDS);
    assertThat(said.body()).contains("Thank you.");
    return said.body();
  }

  private static IncidentEvent acknowledged(String command) {
    Actor by = new Actor("on-call", "phone");
    return new IncidentEvent(
        incident(880),
        3,
        Fixtures.NOW,
        by,
        command,
        new Reason("acknowledged", "acknowledged by on-call - investigating"),
        new IncidentChange.Acknowledged(by));
  }

  private static String proof(String fields) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    return Base64.getEncoder()
        .encodeToString(mac.doFinal((BASE + PATH + fields).getBytes(StandardCharsets.UTF_8)));
  }
}
