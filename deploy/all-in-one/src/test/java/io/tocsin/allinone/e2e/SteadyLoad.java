package io.tocsin.allinone.e2e;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Webhooks at a fixed rate, whatever becomes of the former ones; each is sent once. */
final class SteadyLoad {
  private final List<DatadogAlert> alerts;
  private final Outside outside;
  private final List<CompletableFuture<Answer>> sent =
      Collections.synchronizedList(new ArrayList<>());
  private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor();

  /**
   * @param alerts that are said in turn, each time by another delivery
   */
  SteadyLoad(List<DatadogAlert> alerts, Outside outside) {
    this.alerts = alerts;
    this.outside = outside;
  }

  void begin(int perSecond) {
    long nanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    sender.scheduleAtFixedRate(this::send, 0, nanos, TimeUnit.NANOSECONDS);
  }

  private void send() {
    DatadogAlert alert = alerts.get(sent.size() % alerts.size());
    long began = System.nanoTime();
    sent.add(
        outside
            .sendDatadog(alert.triggered())
            .handle((response, failed) -> Answer.of(response, began)));
  }

  /** Sends no more and waits for every answer. */
  void end() throws InterruptedException {
    sender.shutdown();
    sender.awaitTermination(10, TimeUnit.SECONDS);
    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
  }

  /** The statuses of the answers; 0 where there was none. */
  Set<Integer> statuses() {
    return answers().stream().map(Answer::status).collect(Collectors.toSet());
  }

  /** The ids of all alerts that were accepted. */
  Set<String> accepted() {
    return answers().stream()
        .flatMap(answer -> answer.alerts().stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  int count() {
    return sent.size();
  }

  /** How long answers took, in words. */
  String times() {
    long[] nanos = answers().stream().mapToLong(Answer::nanos).sorted().toArray();
    return "p50 %d ms, p99 %d ms, longest %d ms"
        .formatted(
            millis(nanos[nanos.length / 2]),
            millis(nanos[(int) (nanos.length * 0.99)]),
            millis(Arrays.stream(nanos).max().orElse(0)));
  }

  private static long millis(long nanos) {
    return Duration.ofNanos(nanos).toMillis();
  }

  private List<Answer> answers() {
    return List.copyOf(sent).stream().map(CompletableFuture::join).toList();
  }

  /** What a webhook was answered. */
  private record Answer(int status, List<String> alerts, long nanos) {
    static Answer of(HttpResponse<String> response, long began) {
      long nanos = System.nanoTime() - began;
      return response == null
          ? new Answer(0, List.of(), nanos)
          : new Answer(response.statusCode(), Outside.alertIds(response), nanos);
    }
  }
}
