package io.tocsin.contracts.runtime.policy;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policies by hash: those that this process runs or ran by, and every other that was ever
 * published to {@code policies}. What we run by is published before anything is decided under it.
 * Who meets an unknown hash waits up to 5 s, then uses the current one.
 */
public final class PolicyLibrary implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PolicyLibrary.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final LivePolicies live;
  private final PublishedPolicies published;
  private final Map<String, CompletableFuture<Optional<Policies>>> shelf =
      new ConcurrentHashMap<>();
  private final Set<String> missed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean following = new AtomicBoolean();
  private final ExecutorService reader = Executors.newSingleThreadExecutor(PolicyLibrary::daemon);
  private CheckedPolicy newest;
  private boolean topicIsThere;

  public PolicyLibrary(KafkaSettings kafka, LivePolicies live) {
    this.live = live;
    this.published = new PublishedPolicies(kafka);
    this.newest = live.standing().current();
    keep(newest);
    live.beforehand(this::publish);
  }

  /** Publishes what we run by, and from now on what we will; the topic must be there. */
  public synchronized void publish() {
    topicIsThere = true;
    publish(newest);
  }

  private synchronized void publish(CheckedPolicy fresh) {
    newest = fresh;
    if (topicIsThere) {
      published.publish(fresh);
    }
    keep(fresh);
  }

  /** Publishes, and hears what others publish; may be called again. */
  public void start() {
    publish();
    if (following.compareAndSet(false, true)) {
      daemon(() -> published.follow(this::heard)).start();
    }
  }

  /** What was decided by then; the current one when {@code hash} stays unknown for 5 s. */
  public Policies pinned(String hash) {
    Policies current = live.get();
    if (current.hash().equals(hash)) {
      return current;
    }
    CompletableFuture<Optional<Policies>> wanted = place(hash);
    if (wanted.isDone() || missed.contains(hash)) {
      return wanted.getNow(Optional.empty()).orElse(current);
    }
    reader.execute(() -> read(hash));
    try {
      return wanted.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).orElse(current);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.error("policy {} is not in the library; the current one decides in its place", hash);
      missed.add(hash);
    }
    return current;
  }

  private CompletableFuture<Optional<Policies>> place(String hash) {
    return shelf.computeIfAbsent(hash, unknown -> new CompletableFuture<>());
  }

  private void keep(CheckedPolicy policy) {
    place(policy.hash()).complete(Optional.of(policy.policies().withoutRules()));
  }

  /** Somebody may be waiting for it. */
  private void heard(String hash) {
    if (shelf.containsKey(hash)) {
      reader.execute(() -> read(hash));
    }
  }

  private void read(String hash) {
    CompletableFuture<Optional<Policies>> wanted = place(hash);
    if (wanted.isDone()) {
      return;
    }
    try {
      Optional<PolicyBundle> bundle = published.read(hash);
      if (bundle.isPresent()) {
        wanted.complete(Optional.of(PolicyLoader.loadWithoutRules(bundle.get())));
      }
    } catch (PolicyRejected | RuntimeException | StackOverflowError e) {
      log.error("policy {} cannot be read; the current one decides in its place", hash, e);
      wanted.complete(Optional.empty());
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "policy-library");
    thread.setDaemon(true);
    return thread;
  }

  /** Reads with new clients, after the wall clock was set. */
  public void renew() {
    published.renew();
  }

  @Override
  public void close() {
    published.close();
    reader.shutdownNow();
  }
}
