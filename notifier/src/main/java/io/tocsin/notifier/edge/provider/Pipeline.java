package io.tocsin.notifier.edge.provider;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.Reason;
import io.tocsin.notifier.core.Outcome;
import io.tocsin.notifier.core.PageNumber;
import io.tocsin.notifier.core.Plan;
import io.tocsin.notifier.core.Reasons;
import io.tocsin.notifier.core.Standing;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The way of a notification to its provider: wanted? → limiter → breaker → time limit → retry →
 * send → outcome. Whatever happens, there is an outcome.
 */
public final class Pipeline {
  private final ChannelSender sender;
  private final Function<IncidentId, Optional<Standing>> standings;
  private final ExecutorService callers;
  private final GuardSettings settings;
  private final Guards guards;

  /**
   * @param callers where calls run while their time limit watches
   * @param clock engine time, for the circuit breaker
   */
  public Pipeline(
      ChannelSender sender,
      Function<IncidentId, Optional<Standing>> standings,
      ExecutorService callers,
      GuardSettings settings,
      InstantSource clock) {
    this.sender = sender;
    this.standings = standings;
    this.callers = callers;
    this.settings = settings;
    this.guards = new Guards(sender, settings, clock);
  }

  /**
   * Delivers, and waits for the outcome.
   *
   * @param maybeSent whether it may have been sent before a crash
   */
  public Outcome deliver(
      Notification notification, boolean maybeSent, Predicate<PageNumber> neverOpened)
      throws InterruptedException {
    Optional<Standing> standing = standings.apply(notification.incident());
    Plan plan = Plan.of(notification, maybeSent, standing, neverOpened);
    return switch (plan.step()) {
      case SEND -> send(notification, plan.pages(), maybeSent);
      case WITHDRAW -> withdraw(notification, plan.reason());
      case DROP -> Outcome.dropped(plan.reason());
      case SKIP -> Outcome.delivered(null, plan.reason());
    };
  }

  private Outcome send(Notification notification, List<Integer> pages, boolean maybeSent)
      throws InterruptedException {
    Supplier<Optional<Reason>> objection =
        notification.act() == Act.PAGE
            ? () -> Plan.objection(notification, standings.apply(notification.incident()))
            : Optional::empty;
    Outcome outcome = callAll(notification, notification.act(), pages, maybeSent, objection);
    return maybeSent ? outcome.afterUnknown() : outcome;
  }

  /** Resolves a page that may ring and is not wanted: an unknown key is no error to a provider. */
  private Outcome withdraw(Notification notification, Reason reason) throws InterruptedException {
    Outcome resolved =
        callAll(notification, Act.RESOLVE, notification.pages(), false, Optional::empty);
    return resolved.isDelivered()
        ? Outcome.dropped(reason)
        : Outcome.dropped(
            new Reason(
                Reasons.NOT_WITHDRAWN,
                reason.text()
                    + "; it may ring, and could not be resolved: "
                    + resolved.reason().text()));
  }

  private Outcome callAll(
      Notification notification,
      Act act,
      List<Integer> pages,
      boolean maybeSent,
      Supplier<Optional<Reason>> objection)
      throws InterruptedException {
    List<ProviderCall> calls;
    try {
      calls = sender.calls(notification, act, pages);
    } catch (CannotSend e) {
      return e.isWanted()
          ? Outcome.failed(e.reason().name(), e.reason().text())
          : Outcome.dropped(e.reason());
    }
    Outcome all = Outcome.delivered(null, new Reason(Reasons.ACCEPTED, "nothing was to be sent"));
    for (ProviderCall call : calls) {
      if (maybeSent) {
        call.maybeSent();
      }
      Trying trying = new Trying(call, objection);
      Outcome one = guarded(notification, call, trying, maybeSent);
      all = all.isDelivered() ? one : all;
    }
    return all;
  }

  private Outcome guarded(
      Notification notification, ProviderCall call, Trying trying, boolean maybeSent)
      throws InterruptedException {
    try {
      if (!guards.awaitTurn(call)) {
        return Outcome.failed(
            Reasons.RATE_LIMITED,
            "rate limited: the %d events a minute of this %s key are used up, and the wait would be"
                    .formatted(call.perMinute(), sender.channel().wireName())
                + " longer than "
                + settings.limiterWait().toSeconds()
                + " s");
      }
      Answer answer = guards.breaker.executeCallable(() -> withinTime(trying));
      return Outcome.delivered(answer.reference(), new Reason(Reasons.ACCEPTED, answer.text()));
    } catch (NoLongerWanted e) {
      return maybeSent || trying.hasBegun()
          ? withdraw(notification, e.reason())
          : Outcome.dropped(e.reason());
    } catch (CallNotPermittedException e) {
      return Outcome.failed(
          Reasons.BREAKER_OPEN,
          "%s failed too often lately: its circuit breaker is open, the call was not made"
              .formatted(sender.channel().wireName()));
    } catch (InterruptedException e) {
      trying.cancel();
      throw e;
    } catch (Exception e) {
      return failure(e);
    }
  }

  private Answer withinTime(Trying trying) throws Exception {
    Callable<Answer> tries = guards.retry.decorateCallable(MdcKeeping.of(trying));
    try {
      return guards.timeLimiter.executeFutureSupplier(() -> callers.submit(tries));
    } catch (TimeoutException e) {
      trying.cancel();
      throw e;
    }
  }

  private Outcome failure(Exception e) {
    String provider = sender.channel().wireName();
    if (e instanceof ProviderSaid.Refused) {
      return Outcome.failed(Reasons.REFUSED, provider + " refused it: " + e.getMessage());
    }
    if (e instanceof ProviderSaid.Busy) {
      return Outcome.failed(
          Reasons.PROVIDER_FAILED,
          "%s did not take it in %d tries: %s"
              .formatted(provider, settings.tries(), e.getMessage()));
    }
    if (e instanceof TimeoutException) {
      return Outcome.failed(
          Reasons.TIMED_OUT, "%s did not answer within %s".formatted(provider, seconds(settings)));
    }
    if (e instanceof IOException) {
      return Outcome.failed(
          Reasons.UNREACHABLE,
          "%s could not be reached in %d tries (%s)"
              .formatted(provider, settings.tries(), e.getClass().getSimpleName()));
    }
    throw new IllegalStateException("an unforeseen fault on the way to " + provider, e);
  }

  private static String seconds(GuardSettings settings) {
    return settings.timeLimit().toMillis() / 1000.0 + " s";
  }
}
