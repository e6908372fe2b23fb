package io.tocsin.allinone.up;

import io.tocsin.allinone.StartRefused;
import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.contracts.runtime.Background;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** The services as sibling contexts of one process: started at once, stopped in order. */
final class RunningServices implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RunningServices.class);
  private static final Duration STOP = Duration.ofSeconds(6);

  private final Map<Listener, CompletableFuture<ConfigurableApplicationContext>> contexts =
      new EnumMap<>(Listener.class);
  private final LivePolicies policies;
  private volatile boolean closing;

  /**
   * @param policies that all services share
   */
  RunningServices(LivePolicies policies) {
    this.policies = policies;
  }

  /**
   * Starts all and waits for all; the first that fails is the reason for the refusal.
   *
   * @param settings of a service, by where it listens
   */
  void start(List<ServiceStart> services, Function<Listener, Map<String, Object>> settings)
      throws StartRefused {
    services.forEach(service -> contexts.put(service.listener(), new CompletableFuture<>()));
    for (ServiceStart service : services) {
      Map<String, Object> told = settings.apply(service.listener());
      new Thread(() -> start(service, told), "start-" + service.name()).start();
    }
    for (ServiceStart service : services) {
      await(service);
    }
  }

  private void start(ServiceStart service, Map<String, Object> settings) {
    try {
      ConfigurableApplicationContext started = service.start().apply(settings, policies);
      context(service).complete(started);
      if (closing) {
        started.close();
      }
    } catch (RuntimeException | LinkageError e) {
      log.debug("{} did not start", service.name(), e);
      contexts.values().forEach(other -> other.completeExceptionally(failed(service, e)));
    }
  }

  private CompletableFuture<ConfigurableApplicationContext> context(ServiceStart service) {
    return Objects.requireNonNull(contexts.get(service.listener()));
  }

  private static StartRefused failed(ServiceStart service, Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return StartRefused.because(
        service.name() + " did not start: " + reason.strip().replaceAll("\\s*\\n\\s*", " "),
        thrown);
  }

  private void await(ServiceStart service) throws StartRefused {
    try {
      context(service).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StartRefused refused) {
        throw refused;
      }
      throw failed(service, e);
    }
  }

  /** Stops them in the order in which data goes through them; whoever takes too long is left. */
  @Override
  public void close() {
    closing = true;
    ExecutorService stopper = Background.thread("stop");
    contexts.forEach((listener, context) -> stopper.execute(() -> stop(listener, context)));
    stopper.shutdown();
    try {
      if (!stopper.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("not every service stopped within {} s; the rest is cut off", STOP.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stop(
      Listener listener, CompletableFuture<ConfigurableApplicationContext> context) {
    if (!context.isDone() || context.isCompletedExceptionally()) {
      return;
    }
    try {
      context.join().close();
      log.info("{} stopped", listener.label());
    } catch (RuntimeException e) {
      log.warn("{} did not stop orderly: {}", listener.label(), e.toString());
    }
  }
}
