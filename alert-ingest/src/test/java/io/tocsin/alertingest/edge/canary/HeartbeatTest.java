package io.tocsin.alertingest.edge.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.alertingest.core.canary.CanaryStanding;
import io.tocsin.alertingest.core.canary.CanaryStanding.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeartbeatTest {
  private static final CanaryStanding WELL =
      new CanaryStanding(State.WELL, Duration.ZERO, List.of(), null);
  private static final CanaryStanding SILENT =
      new CanaryStanding(State.SILENT, Duration.ofSeconds(121), List.of(0), null);

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private volatile int status = 200;
  private volatile Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private HttpServer listener;
  private Heartbeat heartbeat;

  @BeforeEach
  void start() throws IOException {
    listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/",
        call -> {
          heard.add(call.getRequestMethod() + " " + call.getRequestURI());
          call.getResponseHeaders().add("Location", "/elsewhere");
          call.sendResponseHeaders(status, -1);
          call.close();
        });
    listener.start();
    heartbeat = heartbeat(HeartbeatSettings.Method.POST);
  }

  @AfterEach
  void stop() {
    listener.stop(0);
  }

  private Heartbeat heartbeat(HeartbeatSettings.Method method) {
    String url = "http://127.0.0.1:" + listener.getAddress().getPort() + "/ping/secret-7";
    HeartbeatSettings settings =
        new HeartbeatSettings(List.of(url), Duration.ofSeconds(60), method);
    return new Heartbeat(url, settings, () -> now, registry);
  }

  @Test
  void itIsHeardOnceAMinuteWhileCanariesComeThrough() {
    look(WELL);
    awaitOutcomes("taken", 1);
    look(WELL);
    now = now.plusSeconds(60);
    look(WELL);
    awaitOutcomes("taken", 2);

    assertThat(heard).containsExactly("POST /ping/secret-7", "POST /ping/secret-7");
    assertThat(heartbeat.told()).isEqualTo("last beat " + now);
  }

  @Test
  void itIsNotHeardWhenNoneComesThrough() {
    look(SILENT);
    assertThat(heartbeat.told()).isEqualTo("no beat yet");
    assertThat(heard).isEmpty();
  }

  @Test
  void aListenerMayWantToBeAsked() {
    heartbeat = heartbeat(HeartbeatSettings.Method.GET);
    look(WELL);
    awaitOutcomes("taken", 1);

    assertThat(heard).containsExactly("GET /ping/secret-7");
  }

  @Test
  void aRedirectIsNotFollowedAndToldWithoutTheAddress() {
    status = 302;
    look(WELL);
    awaitOutcomes("failed", 1);

    assertThat(heard).hasSize(1);
    assertThat(heartbeat.told()).contains("HTTP 302").doesNotContain("secret");
    assertThat(heartbeat.host()).isEqualTo("127.0.0.1");
    now = now.plusSeconds(10);
    status = 200;
    look(WELL);
    awaitOutcomes("taken", 1);
  }

  @Test
  void aListenerThatIsNotThereIsTold() {
    listener.stop(0);
    look(WELL);
    awaitOutcomes("failed", 1);

    assertThat(heartbeat.told()).contains("did not answer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nonsense-secret", "ftp://host/secret", "https://host/{secret}", "http:///secret"})
  void anAddressThatIsNoneIsRefusedWithoutBeingShown(String url) {
    assertThatThrownBy(
            () ->
                new HeartbeatSettings(
                    List.of(url), Duration.ofSeconds(60), HeartbeatSettings.Method.POST))
        .hasMessageContaining("TOCSIN_HEARTBEAT_URL")
        .hasMessageNotContaining("secret");
  }

  private void look(CanaryStanding standing) {
    heartbeat.look(standing, now);
  }

  private void awaitOutcomes(String outcome, int count) {
    await()
        .until(
            () ->
                registry.find("tocsin.heartbeat.beats").tag("outcome", outcome).counters().stream()
                        .mapToDouble(each -> each.count())
                        .sum()
                    == count);
  }
}
