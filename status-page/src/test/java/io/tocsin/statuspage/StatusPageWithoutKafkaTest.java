package io.tocsin.statuspage;

import static io.tocsin.statuspage.Given.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Severity;
import io.tocsin.statuspage.core.Phase;
import io.tocsin.statuspage.core.PhaseChange;
import io.tocsin.statuspage.core.PublicIncident;
import io.tocsin.statuspage.core.PublicState;
import io.tocsin.statuspage.edge.disk.Snapshot;
import io.tocsin.statuspage.edge.disk.SnapshotFile;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusPageWithoutKafkaTest {
  private static final String NOBODY = "127.0.0.1:1";

  @TempDir Path data;

  @Test
  void whatWasPublishedBeforeIsServedWithItsTime() throws IOException {
    new SnapshotFile(data).write(new Snapshot(shown(), TEN.plusSeconds(5)));
    try (RunningPage page = new RunningPage(NOBODY, data)) {
      assertThat(page.get("/"))
          .contains("Prescription API: service disruption")
          .contains("As of <time datetime=\"2026-03-02T10:00:05.000Z\">");
      assertThat(page.get("/api/v2/summary.json")).contains("\"indicator\":\"critical\"");
    }
    assertThat(new SnapshotFile(data).read()).contains(new Snapshot(shown(), TEN.plusSeconds(5)));
  }

  @Test
  void itIsReadyAndItsHealthSaysThatKafkaIsNotHeard() {
    try (RunningPage page = new RunningPage(NOBODY, data)) {
      assertThat(page.get("/actuator/health/readiness"))
          .contains("\"status\":\"UP\"", "\"kafkaHeard\":false");
      assertThat(page.get("/actuator/health/liveness")).contains("\"status\":\"UP\"");
      assertThat(page.get("/actuator/prometheus")).contains("tocsin_clock_drift_seconds");
    }
  }

  @Test
  void aTornSnapshotIsNoReasonNotToServe() throws IOException {
    Files.writeString(data.resolve("status-board.json"), "{\"state\":{\"sin");
    try (RunningPage page = new RunningPage(NOBODY, data)) {
      assertThat(page.get("/")).contains("Status Not Known Yet");
    }
  }

  @ParameterizedTest
  @CsvSource({"/, 200", "/history.atom, 200", "/api/v2/summary.json, 200", "/no-such, 404"})
  void aHeadIsAnsweredAsAGetWithoutItsBody(String path, int status) throws IOException {
    new SnapshotFile(data).write(new Snapshot(shown(), TEN.plusSeconds(5)));
    try (RunningPage page = new RunningPage(NOBODY, data)) {
      HttpResponse<String> get = page.answer("GET", path);
      HttpResponse<String> head = page.answer("HEAD", path);

      assertThat(head.statusCode()).isEqualTo(get.statusCode()).isEqualTo(status);
      assertThat(head.body()).isEmpty();
      assertThat(head.headers().map()).isEqualTo(get.headers().map());
    }
  }

  @Test
  void aConnectionThatIsKeptOpenIsReadAgainAfterTwoRequestsThatCameTogether() throws IOException {
    try (RunningPage page = new RunningPage(NOBODY, data);
        Socket socket = new Socket("127.0.0.1", page.port())) {
      socket.setSoTimeout(10_000);
      ask(socket, "/actuator/health/liveness", "/");
      awaitAnswers(socket, 2);

      ask(socket, "/");
      awaitAnswers(socket, 1);
    }
  }

  private static void ask(Socket socket, String... paths) throws IOException {
    StringBuilder requests = new StringBuilder();
    for (String path : paths) {
      requests.append("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path));
    }
    socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads until so many have begun; the socket's patience ends it otherwise. */
  private static void awaitAnswers(Socket socket, int count) throws IOException {
    StringBuilder read = new StringBuilder();
    byte[] some = new byte[8_192];
    while (read.toString().split("HTTP/1\\.1 200", -1).length <= count) {
      int length = socket.getInputStream().read(some);
      assertThat(length).isPositive();
      read.append(new String(some, 0, length, StandardCharsets.ISO_8859_1));
    }
  }

  private static PublicState shown() {
    return new PublicState(
        TEN,
        TEN,
        List.of(
            new PublicIncident(
                IncidentId.parse("RX-1"),
                "prescription-api",
                Severity.P1,
                List.of(new PhaseChange(Phase.INVESTIGATING, TEN)))));
  }
}
