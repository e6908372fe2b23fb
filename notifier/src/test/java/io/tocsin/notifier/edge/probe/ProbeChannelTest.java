package io.tocsin.notifier.edge.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.notifier.Canaries;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.edge.provider.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProbeChannelTest {
  private final MockWebServer receiver = new MockWebServer();
  private final Notification canary = Canaries.of(3, Fixtures.NOW);

  @BeforeEach
  void start() throws IOException {
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void theTestReceiverIsToldWhichCanaryItIsAndWhenItFlew() throws Exception {
    receiver.enqueue(new MockResponse.Builder().code(204).build());
    Answer answer = attempt();

    assertThat(answer.kind()).isEqualTo(Answer.Kind.ACCEPTED);
    RecordedRequest request = receiver.takeRequest();
    JsonNode body = ContractJson.MAPPER.readTree(request.getBody().utf8());
    assertThat(body.path("canary").asString()).isEqualTo(canary.id().value());
    assertThat(body.path("sentAt").asString()).isEqualTo(Fixtures.NOW.toString());
  }

  @Test
  void aRedirectIsARefusalAndNotFollowed() throws Exception {
    receiver.enqueue(
        new MockResponse.Builder()
            .code(302)
            .setHeader("Location", receiver.url("/elsewhere"))
            .build());

    assertThat(attempt().kind()).isEqualTo(Answer.Kind.REFUSED);
    assertThat(receiver.getRequestCount()).isEqualTo(1);
  }

  @Test
  void withoutAnAddressTheNotifierItselfIsTheEnd() {
    assertThat(channel("").calls(canary, Act.TELL, List.of())).isEmpty();
    assertThat(channel("").missing()).isEmpty();
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    assertThatThrownBy(() -> channel("nonsense")).hasMessageContaining("TOCSIN_CANARY_URL");
  }

  private Answer attempt() throws IOException {
    return channel(receiver.url("/canary").toString())
        .calls(canary, Act.TELL, List.of())
        .get(0)
        .attempt();
  }

  private static ProbeChannel channel(String url) {
    return new ProbeChannel(new ProbeSettings(url, Duration.ofSeconds(4)));
  }
}
