package io.tocsin.allinone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.allinone.e2e.Outside.SentPage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CrashIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final int HALF = 50;

  @RegisterExtension
  static final TocsinRuns RUNS = TocsinRuns.after(() -> RunningTocsin.prepared("crash", Map.of()));

  private final RunningTocsin tocsin = RUNS.tocsin();
  private final Outside outside = tocsin.outside();

  @AfterEach
  void theBooksBalance() {
    new Ledger(tocsin.kafka()).balances();
  }

  @Test
  void oneWebhookAHundredTimesAcrossACrashIsOneIncidentAndOnePage() throws Exception {
    DatadogAlert alert = DatadogAlert.hpOutage();
    String webhook = alert.triggered();
    List<CompletableFuture<HttpResponse<String>>> before = atOnce(webhook);
    CompletableFuture.anyOf(before.toArray(CompletableFuture[]::new)).join();
    tocsin.killHard();
    tocsin.start();
    List<HttpResponse<String>> after =
        atOnce(webhook).stream().map(CompletableFuture::join).toList();

    assertThat(after).allMatch(answer -> answer.statusCode() == 202);
    assertThat(Stream.concat(accepted(before), after.stream().flatMap(CrashIT::ids)).distinct())
        .as("a repeated delivery is the same alert")
        .hasSize(1);
    await().atMost(SOON).until(() -> outside.pages(alert).size() == 1);
    new Ledger(tocsin.kafka()).balances();
    await().during(QUIET).atMost(SOON).until(() -> outside.pages(alert).size() == 1);
    assertThat(outside.incidents(alert)).hasSize(1);
  }

  @Test
  @Tag("RUN-08.1f")
  void afterACrashEachRungIsCalledOnceAndNoneBeforeItsTime() throws IOException {
    Call overdue = called(DatadogAlert.rxOutage());
    Call pending = called(DatadogAlert.rxPortalDown());
    tocsin.killHard();
    await("P1's rung falls due")
        .atMost(SOON)
        .until(() -> Instant.now().isAfter(overdue.deadline()));
    tocsin.start();
    Instant ready = Instant.now();

    Instant overdueSeen = secondPage(overdue);
    assertThat(Duration.between(ready, overdueSeen)).isLessThan(Duration.ofSeconds(15));
    Instant pendingSeen = secondPage(pending);
    assertThat(pendingSeen)
        .isBetween(pending.deadline(), later(ready, pending.deadline()).plusSeconds(15));
    await()
        .during(QUIET)
        .atMost(SOON)
        .until(
            () ->
                outside.pages(overdue.alert()).size() == 2
                    && outside.pages(pending.alert()).size() == 2);
  }

  @Test
  void whatWasAcceptedWhileTheBrokerDiedIsPagedExactlyOnce() {
    Map<DatadogAlert, Integer> answers = new LinkedHashMap<>();
    long died = tocsin.broker().pid();
    Map<DatadogAlert, CompletableFuture<HttpResponse<String>>> onTheWay = sentAtOnce();
    tocsin.killBroker();
    onTheWay.forEach((alert, answer) -> answers.put(alert, answer.join().statusCode()));
    Instant end = Instant.now().plusSeconds(60);
    int acceptedAgain = 0;
    while (acceptedAgain < 5 && Instant.now().isBefore(end)) {
      DatadogAlert alert = DatadogAlert.hpOutage();
      int status = outside.sendDatadog(alert.triggered()).join().statusCode();
      answers.put(alert, status);
      acceptedAgain = status == 202 ? acceptedAgain + 1 : 0;
    }
    await("another broker").atMost(SOON).until(() -> tocsin.broker().pid() != died);
    assertThat(answers.values()).as("the spool takes what Kafka does not").containsOnly(202);
    List<String> accepted =
        answers.entrySet().stream()
            .filter(answer -> answer.getValue() == 202)
            .map(answer -> answer.getKey().name())
            .toList();
    assertThat(accepted).hasSizeGreaterThanOrEqualTo(5);
    await().atMost(Duration.ofSeconds(60)).until(() -> pagedNames(answers).containsAll(accepted));
    await().during(QUIET).atMost(SOON).until(() -> hasNoRepeats(pagedNames(answers)));
  }

  private Map<DatadogAlert, CompletableFuture<HttpResponse<String>>> sentAtOnce() {
    Map<DatadogAlert, CompletableFuture<HttpResponse<String>>> sent = new LinkedHashMap<>();
    for (int number = 0; number < HALF; number++) {
      DatadogAlert alert = DatadogAlert.hpOutage();
      sent.put(alert, outside.sendDatadog(alert.triggered()));
    }
    return sent;
  }

  /** The names of {@code sent} alerts, once for each page that rang about them. */
  private List<String> pagedNames(Map<DatadogAlert, Integer> sent) {
    List<SentPage> pages = outside.pages().toList();
    return sent.keySet().stream()
        .map(DatadogAlert::name)
        .flatMap(
            name -> pages.stream().filter(page -> page.summary().contains(name)).map(page -> name))
        .toList();
  }

  private static boolean hasNoRepeats(List<String> names) {
    return new HashSet<>(names).size() == names.size();
  }

  private List<CompletableFuture<HttpResponse<String>>> atOnce(String webhook) {
    return IntStream.range(0, HALF).mapToObj(number -> outside.sendDatadog(webhook)).toList();
  }

  /** The ids in those answers that were given before the crash. */
  private static Stream<String> accepted(List<CompletableFuture<HttpResponse<String>>> answers) {
    return answers.stream()
        .filter(answer -> answer.isDone() && !answer.isCompletedExceptionally())
        .map(CompletableFuture::join)
        .filter(answer -> answer.statusCode() == 202)
        .flatMap(CrashIT::ids);
  }

  private static Stream<String> ids(HttpResponse<String> answer) {
    return Outside.alertIds(answer).stream();
  }

  /** Sends it and waits for its first page; the next rung's time is the engine's own word. */
  private Call called(DatadogAlert alert) {
    assertThat(outside.sendDatadog(alert.triggered()).join().statusCode()).isEqualTo(202);
    await().atMost(SOON).until(() -> outside.pages(alert).size() == 1);
    String incident = outside.pages(alert).get(0).incident();
    String deadline = outside.incident(incident).path("deadlines").path("LADDER").asString();
    return new Call(alert, Instant.parse(deadline));
  }

  private Instant secondPage(Call call) {
    await().atMost(Duration.ofSeconds(60)).until(() -> outside.pages(call.alert()).size() >= 2);
    return Instant.now();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * An alert whose first page was sent.
   *
   * @param deadline of the next rung
   */
  private record Call(DatadogAlert alert, Instant deadline) {}
}
