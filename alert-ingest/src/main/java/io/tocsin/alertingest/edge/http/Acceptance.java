package io.tocsin.alertingest.edge.http;

import io.tocsin.alertingest.core.AlertSource;
import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.alertingest.core.ParseResult.Unusable;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.core.Webhook;
import io.tocsin.alertingest.edge.http.IngestMetrics.Taken;
import io.tocsin.alertingest.edge.kafka.AlertPublisher;
import io.tocsin.alertingest.edge.kafka.AlertPublisher.Kept;
import io.tocsin.alertingest.edge.kafka.TraceParent;
import io.tocsin.alertingest.edge.spool.SpoolRefused;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.policy.Integration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** An authenticated body becomes alerts, or is put aside; 202 says that all of it is on disk. */
public final class Acceptance {
  private static final Logger log = LoggerFactory.getLogger(Acceptance.class);
  private static final String OUR_FAULT = "it could not be understood because of a fault of ours";

  private final AlertPublisher publisher;
  private final InstantSource clock;
  private final IngestMetrics metrics;

  Acceptance(AlertPublisher publisher, InstantSource clock, IngestMetrics metrics) {
    this.publisher = publisher;
    this.clock = clock;
    this.metrics = metrics;
  }

  Mono<ServerResponse> accept(
      ServerRequest request, AlertSource source, Integration integration, byte[] body) {
    Instant now = clock.instant();
    HttpHeaders headers = request.headers().asHttpHeaders();
    TraceParent trace = TraceParent.of(headers.getFirst("traceparent"));
    String unique = UUID.randomUUID().toString();
    String contentType = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    try {
      ParseResult result = source.parse(new Webhook(body, contentType, integration, now, unique));
      return publish(integration, result, now, trace);
    } catch (Unreadable e) {
      return quarantine(integration, String.valueOf(e.getMessage()), body, now, trace);
    } catch (RuntimeException e) {
      log.error(
          "a webhook of {} met a fault of ours; it is kept in quarantine", integration.name(), e);
      return quarantine(integration, OUR_FAULT, body, now, trace);
    }
  }

  /**
   * Takes an alert of our own by the way that those of senders take: it is on disk when this
   * completes, and counted.
   */
  public CompletableFuture<Kept> take(Alert alert) {
    String integration = alert.integration();
    ParseResult result = new ParseResult(List.of(alert), List.of());
    TraceParent trace = TraceParent.of(null);
    return counted(
        integration, publisher.publish(integration, result, alert.receivedAt(), trace), 1, 0);
  }

  private Mono<ServerResponse> publish(
      Integration integration, ParseResult result, Instant now, TraceParent trace) {
    for (Unusable unusable : result.unusable()) {
      warn(integration, unusable.reason());
    }
    return answer(
        integration,
        publisher.publish(integration.name(), result, now, trace),
        Answer.of(result),
        result.unusable().size());
  }

  private Mono<ServerResponse> quarantine(
      Integration integration, String reason, byte[] body, Instant now, TraceParent trace) {
    warn(integration, reason);
    return answer(
        integration,
        publisher.quarantine(integration.name(), reason, body, now, trace),
        Answer.quarantined(reason),
        1);
  }

  private Mono<ServerResponse> answer(
      Integration integration, CompletableFuture<Kept> durable, Answer answer, int quarantined) {
    int alerts = answer.alerts() == null ? 0 : answer.alerts().size();
    return Mono.fromFuture(counted(integration.name(), durable, alerts, quarantined))
        .flatMap(kept -> answer.accepted())
        .onErrorResume(SpoolRefused.class, failed -> refuse(integration, failed));
  }

  private CompletableFuture<Kept> counted(
      String integration, CompletableFuture<Kept> durable, int alerts, int quarantined) {
    long began = System.nanoTime();
    return durable.thenApply(
        kept -> {
          long nanos = System.nanoTime() - began;
          metrics.accepted(integration, new Taken(alerts, kept.spooled(), quarantined), nanos);
          return kept;
        });
  }

  private Mono<ServerResponse> refuse(Integration integration, SpoolRefused failed) {
    Problem problem =
        switch (failed.why()) {
          case FULL -> Problem.SPOOL_FULL;
          case UNWRITABLE -> Problem.SPOOL_UNWRITABLE;
        };
    log.warn(
        "a webhook of {} is refused, its sender must repeat it: {}",
        integration.name(),
        failed.getMessage());
    metrics.refused(integration.name(), problem);
    return problem.answer();
  }

  private static void warn(Integration integration, String reason) {
    log.warn("a delivery of {} goes to quarantine: {}", integration.name(), reason);
  }
}
