package io.tocsin.notifier.edge.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tocsin.contracts.events.Notification;
import io.tocsin.notifier.core.Outcome;
import io.tocsin.notifier.core.Standing;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every channel must keep, whatever its provider. A channel's test extends this. */
public abstract class ChannelContract {
  private static final GuardSettings GUARDS =
      new GuardSettings(
          3,
          Duration.ofMillis(5),
          Duration.ofMillis(400),
          Duration.ofMillis(1500),
          Duration.ofMillis(50),
          10,
          50,
          Duration.ofMinutes(1));

  protected final MockWebServer server = new MockWebServer();
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final AtomicReference<Standing> standing = new AtomicReference<>();
  private final LogLines log = new LogLines();
  protected Pipeline pipeline;

  /** The channel as it is used, its provider at {@code url}. */
  protected abstract ChannelSender channel(String url);

  /** The same with room for so many calls a minute. */
  protected abstract ChannelSender channel(String url, int perMinute);

  /** Page 1 of an incident, caused at revision 2; of a channel that rings nobody, a message. */
  protected abstract Notification page();

  /** A page whose every text is far too long. */
  protected abstract Notification hugePage();

  protected abstract MockResponse accepted();

  /** An answer with {@code status} whose body quotes what was sent, the secret included. */
  protected abstract MockResponse quoting(int status);

  /** What makes a repetition harmless, as it was sent. */
  protected abstract String idempotencyKey(RecordedRequest request);

  /** What must be seen by the provider only. */
  protected abstract String secret();

  /** What is wrong with {@code request} by the provider's documented bounds. */
  protected abstract List<String> outOfBounds(RecordedRequest request);

  @BeforeEach
  void startProvider() throws IOException {
    server.start();
    pipeline = pipelineOf(channel(server.url("/").toString()));
  }

  @AfterEach
  void stopProvider() {
    log.close();
    callers.shutdownNow();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202})
  void anAcceptedPageIsDelivered(int status) throws Exception {
    server.enqueue(accepted().newBuilder().code(status).build());
    assertThat(deliver().isDelivered()).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 307, 400, 401, 403, 404, 409, 410, 422})
  void aRefusalIsNotTriedAgain(int status) throws Exception {
    server.enqueue(
        quoting(status).newBuilder().setHeader("Location", server.url("/elsewhere")).build());
    Outcome outcome = deliver();
    assertThat(outcome.reason().name()).isEqualTo("refused");
    assertThat(outcome.reason().text()).contains(Integer.toString(status));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void whatMayPassIsTriedAgainAndThenFails(int status) throws Exception {
    for (int i = 0; i < 3; i++) {
      server.enqueue(quoting(status));
    }
    Outcome outcome = deliver();
    assertThat(outcome.reason().name()).isEqualTo("provider-failed");
    assertThat(outcome.reason().text()).contains(Integer.toString(status));
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 503})
  void whatPassesIsDelivered(int status) throws Exception {
    server.enqueue(quoting(status));
    server.enqueue(accepted());
    assertThat(deliver().isDelivered()).isTrue();
  }

  @Test
  void everyTryCarriesTheSameIdempotencyKey() throws Exception {
    server.enqueue(quoting(500));
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(accepted());
    assertThat(deliver().isDelivered()).isTrue();
    assertThat(new HashSet<>(keys())).hasSize(1);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void anAnswerThatIsLostAfterAcceptanceIsAskedForAgainUnderTheSameKey() throws Exception {
    server.enqueue(accepted().newBuilder().onResponseStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(accepted());
    assertThat(deliver().isDelivered()).isTrue();
    assertThat(new HashSet<>(keys())).hasSize(1);
  }

  @Test
  void aProviderThatIsNotThereMakesItFail() throws Exception {
    server.close();
    Outcome outcome = deliver();
    assertThat(outcome.reason().name()).isEqualTo("unreachable");
  }

  @Test
  void aProviderThatDoesNotAnswerInTimeMakesItFail() throws Exception {
    for (int i = 0; i < 3; i++) {
      server.enqueue(accepted().newBuilder().headersDelay(20, TimeUnit.SECONDS).build());
    }
    long begun = System.nanoTime();
    Outcome outcome = deliver();
    assertThat(outcome.reason().name()).isIn("timed-out", "unreachable");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aPageThatIsNoLongerWantedIsNotSent() throws Exception {
    assumeThat(page().act()).as("rings somebody").isEqualTo(Notification.Act.PAGE);
    standing.set(new Standing(9, 9, false, null));
    assertThat(deliver().reason().name()).isEqualTo("acknowledged-since");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aPageThatMayRingAndIsNoLongerWantedIsWithdrawn() throws Exception {
    assumeThat(page().act()).as("rings somebody").isEqualTo(Notification.Act.PAGE);
    standing.set(new Standing(9, 9, false, null));
    server.enqueue(accepted());
    Outcome outcome = pipeline.deliver(page(), true, any -> false);
    assertThat(outcome.reason().name()).isEqualTo("acknowledged-since");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void whoeverFailsTooOftenIsLeftAloneForAWhile() throws Exception {
    for (int i = 0; i < 30; i++) {
      server.enqueue(quoting(503));
    }
    for (int i = 0; i < 10; i++) {
      deliver();
    }
    Outcome outcome = deliver();
    assertThat(outcome.reason().name()).isEqualTo("breaker-open");
    assertThat(outcome.reason().text()).contains("circuit breaker is open");
    assertThat(server.getRequestCount()).isEqualTo(30);
  }

  @Test
  void theProvidersRateLimitIsKeptAndSaid() throws Exception {
    pipeline = pipelineOf(channel(server.url("/").toString(), 2));
    for (int i = 0; i < 3; i++) {
      server.enqueue(accepted());
    }
    assertThat(deliver().isDelivered()).isTrue();
    assertThat(deliver().isDelivered()).isTrue();
    Outcome third = deliver();
    assertThat(third.reason().name()).isEqualTo("rate-limited");
    assertThat(third.reason().text()).contains("rate limited");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 500})
  void noSecretIsShown(int status) throws Exception {
    for (int i = 0; i < 3; i++) {
      server.enqueue(quoting(status));
    }
    Outcome outcome = deliver();
    RecordedRequest request = server.takeRequest();
    assertThat(request.getBody().utf8() + request.getHeaders().toMultimap()).contains(secret());
    assertThat(outcome.toString()).doesNotContain(secret());
    assertThat(log.lines()).noneMatch(line -> line.contains(secret()));
  }

  @Test
  void aMessageThatIsTooLongIsCutToTheProvidersBounds() throws Exception {
    server.enqueue(accepted());
    assertThat(pipeline.deliver(hugePage(), false, any -> false).isDelivered()).isTrue();
    assertThat(outOfBounds(server.takeRequest())).isEmpty();
  }

  protected Outcome deliver() throws InterruptedException {
    return pipeline.deliver(page(), false, any -> false);
  }

  protected Pipeline pipelineOf(ChannelSender sender) {
    return new Pipeline(
        sender,
        incident -> Optional.ofNullable(standing.get()),
        callers,
        GUARDS,
        InstantSource.system());
  }

  private List<String> keys() throws InterruptedException {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < server.getRequestCount(); i++) {
      keys.add(idempotencyKey(server.takeRequest()));
    }
    return keys;
  }
}
