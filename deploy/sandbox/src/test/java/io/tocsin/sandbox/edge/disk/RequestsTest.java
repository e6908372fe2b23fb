package io.tocsin.sandbox.edge.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.core.ReceivedRequest;
import io.tocsin.sandbox.core.RecentRequests;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {

  private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path directory;

  @Test
  void aRequestIsOneLineWithMilliseconds() throws IOException {
    try (Requests requests = open()) {
      requests.add(request("first\nline")).join();

      assertThat(Files.readAllLines(file()))
          .containsExactly(
              """
              {"provider":"slack","method":"POST","path":"/slack/api/x",\
              "headers":{"host":"example.com"},"body":"first\\nline",\
              "at":"2026-11-21T10:00:00.000Z"}""");
    }
  }

  @Test
  void whatWasRecordedComesBackInOrder() throws IOException {
    List<ReceivedRequest> sent =
        IntStream.range(0, 3_000).mapToObj(i -> request("body " + i)).toList();
    try (Requests requests = open()) {
      CompletableFuture.allOf(sent.stream().map(requests::add).toArray(CompletableFuture[]::new))
          .join();
    }
    assertThat(restored()).isEqualTo(sent);
  }

  @Test
  void aLastLineTornByACrashIsDroppedAndTheNextOneIsWhole() throws IOException {
    try (Requests requests = open()) {
      requests.add(request("whole")).join();
    }
    Files.writeString(file(), "{\"provider\":\"slack\",\"me", StandardOpenOption.APPEND);

    try (Requests requests = open()) {
      requests.add(request("after the crash")).join();
    }

    assertThat(restored()).containsExactly(request("whole"), request("after the crash"));
  }

  @Test
  void aTornLineLongerThanABlockIsDroppedToo() throws IOException {
    try (Requests requests = open()) {
      requests.add(request("whole")).join();
    }
    Files.writeString(file(), "x".repeat(20_000), StandardOpenOption.APPEND);

    assertThat(restored()).containsExactly(request("whole"));
  }

  @Test
  void aLineThatIsNoRequestIsSkipped() throws IOException {
    Files.writeString(file(), "\0\0\0\n{\"provider\":\"fax\"}\n");
    try (Requests requests = open()) {
      requests.add(request("whole")).join();
    }
    assertThat(restored()).containsExactly(request("whole"));
  }

  @Test
  void emptiedRecordsStayEmpty() throws IOException {
    try (Requests requests = open()) {
      requests.add(request("before"));
      requests.clear();
      requests.add(request("after")).join();
    }
    assertThat(restored()).containsExactly(request("after"));
  }

  @Test
  void aDirectoryServesOneSandboxAtATime() throws IOException {
    try (Requests first = open()) {
      assertThat(first.hasRoom()).isTrue();
      assertThatThrownBy(this::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use by another sandbox")
          .hasMessageContaining("tocsin.sandbox.data-directory");
    }
  }

  @Test
  void anotherProcessDoesNotGetTheDirectoryEither() throws Exception {
    try (Requests first = open()) {
      first.restore(request -> {});
      Process second =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  SecondSandbox.class.getName(),
                  directory.toString())
              .redirectErrorStream(true)
              .start();

      String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(said).contains("in use by another sandbox");
    }
  }

  @Test
  void aStartReadsTheEndOfALongFileAndEveryTicket() throws IOException {
    ReceivedRequest ticket =
        new ReceivedRequest(Provider.GITHUB, "POST", "/github/repos", Map.of(), "{}", TEN, "1");
    try (Requests requests = open()) {
      requests.add(request("long ago")).join();
      requests.add(ticket).join();
      requests.add(request("before the end")).join();
      requests.add(request("the end")).join();
    }
    long end = Files.readAllLines(file()).get(3).length() + 1L;

    assertThat(restored(end)).containsExactly(ticket, request("the end"));
  }

  private List<ReceivedRequest> restored() throws IOException {
    return restored(100_000_000);
  }

  private List<ReceivedRequest> restored(long limit) throws IOException {
    List<ReceivedRequest> restored = new ArrayList<>();
    try (Requests requests = open(limit)) {
      requests.restore(restored::add);
    }
    return restored;
  }

  private Requests open() throws IOException {
    return open(100_000_000);
  }

  private Requests open(long restored) throws IOException {
    return new Requests(
        directory, restored, new RecentRequests(100_000, 100_000_000), new SandboxJson());
  }

  private Path file() {
    return directory.resolve("requests.jsonl");
  }

  private static ReceivedRequest request(String body) {
    return new ReceivedRequest(
        Provider.SLACK, "POST", "/slack/api/x", Map.of("host", "example.com"), body, TEN, null);
  }
}
