package io.tocsin.notifier.edge.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What stands between us and one provider, from Resilience4j. */
final class Guards {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  final Retry retry;
  final CircuitBreaker breaker;
  final TimeLimiter timeLimiter;
  private final GuardSettings settings;
  private final Map<LimitKey, RateLimiter> limiters = new ConcurrentHashMap<>();

  Guards(ChannelSender sender, GuardSettings settings, InstantSource clock) {
    String provider = sender.channel().wireName();
    this.settings = settings;
    this.retry =
        Retry.of(
            provider,
            retryOf(settings, sender.knowsRepetitions() ? Duration.ZERO : settings.settleWait()));
    this.breaker = CircuitBreaker.of(provider, breakerOf(settings, clock));
    this.timeLimiter =
        TimeLimiter.of(
            provider,
            TimeLimiterConfig.custom()
                .timeoutDuration(settings.timeLimit())
                .cancelRunningFuture(true)
                .build());
  }

  /** Waits for the call's turn; false at once when it would not come in time. */
  boolean awaitTurn(ProviderCall call) throws InterruptedException {
    if (call.perMinute() <= 0) {
      return true;
    }
    LimitKey key = new LimitKey(call.limitedBy(), call.perMinute());
    long wait = limiters.computeIfAbsent(key, this::limiter).reservePermission();
    if (wait > 0) {
      TimeUnit.NANOSECONDS.sleep(wait);
    }
    return wait >= 0;
  }

  private RateLimiter limiter(LimitKey key) {
    return RateLimiter.of(
        "calls",
        RateLimiterConfig.custom()
            .limitForPeriod(key.perMinute())
            .limitRefreshPeriod(MINUTE)
            .timeoutDuration(settings.limiterWait())
            .build());
  }

  private static RetryConfig retryOf(GuardSettings settings, Duration settleWait) {
    IntervalFunction backoff =
        IntervalFunction.ofExponentialRandomBackoff(settings.firstWait(), 2, 0.5);
    return RetryConfig.custom()
        .maxAttempts(settings.tries())
        .intervalBiFunction(
            (tried, said) ->
                said.isLeft() && said.getLeft() instanceof InterruptedIOException
                    ? Math.max(backoff.apply(tried), settleWait.toMillis())
                    : backoff.apply(tried))
        .retryExceptions(IOException.class, ProviderSaid.Busy.class)
        .build();
  }

  private static CircuitBreakerConfig breakerOf(GuardSettings settings, InstantSource clock) {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(settings.breakerCalls())
        .minimumNumberOfCalls(settings.breakerCalls())
        .failureRateThreshold(settings.breakerFailures())
        .waitDurationInOpenState(settings.breakerOpen())
        .permittedNumberOfCallsInHalfOpenState(3)
        .recordExceptions(IOException.class, ProviderSaid.Busy.class, TimeoutException.class)
        .ignoreExceptions(ProviderSaid.Refused.class, NoLongerWanted.class)
        // an open breaker waits by this clock: a wall clock set back would keep it open
        .clock(clock.withZone(ZoneOffset.UTC))
        .build();
  }

  private record LimitKey(String limitedBy, int perMinute) {}
}
