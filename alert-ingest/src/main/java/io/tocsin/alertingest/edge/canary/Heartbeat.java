package io.tocsin.alertingest.edge.canary;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.alertingest.core.canary.BeatRhythm;
import io.tocsin.alertingest.core.canary.CanaryStanding;
import io.tocsin.contracts.runtime.BriefCall;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one service outside that canaries come through: one request, no redirects, 8 seconds at
 * most. What is wrong with it is only said: that service calls somebody by itself.
 */
final class Heartbeat {
  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
  private static final int REFUSED = 300;

  private final HttpClient http = BriefCall.client();
  private final HttpRequest request;
  private final String host;
  private final BeatRhythm rhythm;
  private final InstantSource clock;
  private final MeterRegistry registry;
  private boolean underWay;
  private @Nullable Instant last;
  private @Nullable String trouble;

  /**
   * @param url may hold a secret: only its host is ever shown
   */
  Heartbeat(String url, HeartbeatSettings settings, InstantSource clock, MeterRegistry registry) {
    URI address = URI.create(url);
    this.host = String.valueOf(address.getHost());
    this.request =
        HttpRequest.newBuilder(address)
            .method(settings.method().name(), BodyPublishers.noBody())
            .header("User-Agent", "Tocsin")
            .build();
    this.rhythm = new BeatRhythm(settings.every());
    this.clock = clock;
    this.registry = registry;
  }

  /** Beats if it is time to, without waiting for the answer. */
  synchronized void look(CanaryStanding standing, Instant now) {
    if (underWay || !rhythm.isDue(standing, now)) {
      return;
    }
    underWay = true;
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(request, BodyHandlers.discarding());
    answer
        .copy()
        .orTimeout(BriefCall.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .handle((response, failed) -> failed == null ? said(response.statusCode()) : said(failed))
        .thenAccept(
            wrong -> {
              answer.cancel(true);
              answered(wrong);
            });
  }

  private static String said(int status) {
    return status < REFUSED ? "" : "it answered HTTP " + status;
  }

  private static String said(Throwable failed) {
    Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
    return "it did not answer (%s)".formatted(cause.getClass().getSimpleName());
  }

  private synchronized void answered(String wrong) {
    underWay = false;
    Instant now = clock.instant();
    String outcome = wrong.isEmpty() ? "taken" : "failed";
    registry.counter("tocsin.heartbeat.beats", "to", host, "outcome", outcome).increment();
    if (wrong.isEmpty()) {
      rhythm.beat(now);
      last = now;
      if (trouble != null) {
        log.info("{} hears our heartbeat again", host);
      }
      trouble = null;
      return;
    }
    rhythm.missed(now);
    if (!wrong.equals(trouble)) {
      log.warn("{} does not take our heartbeat and may call somebody: {}", host, wrong);
    }
    trouble = wrong;
  }

  /** Who listens. */
  String host() {
    return host;
  }

  /** How it went last, to a person. */
  synchronized String told() {
    String beat = last == null ? "no beat yet" : "last beat " + last;
    return trouble == null ? beat : beat + "; " + trouble;
  }
}
