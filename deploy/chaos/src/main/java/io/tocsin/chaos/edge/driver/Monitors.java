package io.tocsin.chaos.edge.driver;

import io.tocsin.chaos.core.Outcome;
import io.tocsin.chaos.core.Webhook;
import io.tocsin.chaos.edge.plan.Delivery;
import io.tocsin.chaos.edge.system.Installation;
import io.tocsin.chaos.edge.system.Target;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.ContractJson;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The senders: each delivery at its time whatever became of the others, and again with the same
 * body after 5xx or silence, as monitors do: ever later, and not all at once.
 */
public final class Monitors {
  private static final Duration ANSWER = Duration.ofSeconds(6);
  private static final int SERVER_ERROR = 500;
  private static final int ACCEPTED = 202;

  private final Installation installation;
  private final ScheduledExecutorService timer;
  private final HttpCalls calls;
  private final Repeats repeats;
  private final Queue<Webhook> log = new ConcurrentLinkedQueue<>();
  private final Set<AlertId> accepted = ConcurrentHashMap.newKeySet();
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean givingUp;

  /**
   * @param seed decides the pauses before a delivery is sent again
   */
  public Monitors(Installation installation, ScheduledExecutorService timer, long seed) {
    this.installation = installation;
    this.timer = timer;
    this.calls = new HttpCalls(ANSWER, timer);
    this.repeats = new Repeats(timer, seed);
  }

  /** Sends all of {@code deliveries} at their times after {@code began}; does not wait. */
  public void send(List<Delivery> deliveries, Instant began) {
    for (Delivery delivery : deliveries) {
      String body = delivery.body(began);
      for (int copy = 0; copy < delivery.copies(); copy++) {
        open.incrementAndGet();
        long due = Duration.between(Instant.now(), began.plus(delivery.at())).toMillis();
        boolean stubborn = copy == 0;
        schedule(() -> first(delivery, body, stubborn), due + copy * 40L);
      }
    }
  }

  private void schedule(Runnable task, long millis) {
    var unused = timer.schedule(task, Math.max(0, millis), TimeUnit.MILLISECONDS);
  }

  private void first(Delivery delivery, String body, boolean stubborn) {
    var unused =
        attempt(delivery, body)
            .thenAccept(entry -> again(delivery, body, 0, stubborn && isWorthAnother(entry)));
  }

  private CompletableFuture<Webhook> attempt(Delivery delivery, String body) {
    Instant sent = Instant.now();
    String url =
        installation.addresses().url(Target.ALERT_INGEST)
            + "/webhooks/datadog/"
            + installation.people().key(delivery.subject().team());
    return calls
        .post(url, body)
        .handle(
            (answer, failed) -> {
              Webhook entry = entry(delivery, sent, answer);
              log.add(entry);
              accepted.addAll(entry.alerts());
              return entry;
            });
  }

  private void again(Delivery delivery, String body, int tries, boolean wanted) {
    if (!wanted || givingUp) {
      open.decrementAndGet();
      return;
    }
    repeats.later(
        delivery.token(),
        tries,
        () ->
            attempt(delivery, body)
                .thenAccept(entry -> again(delivery, body, tries + 1, isWorthAnother(entry))));
  }

  private static boolean isWorthAnother(Webhook entry) {
    return entry.outcome() == Outcome.UNKNOWN
        || (entry.outcome() == Outcome.REFUSED && entry.status() >= SERVER_ERROR);
  }

  private static Webhook entry(
      Delivery delivery, Instant sent, @Nullable HttpResponse<String> answer) {
    int status = answer == null ? 0 : answer.statusCode();
    Outcome outcome =
        status == 0 ? Outcome.UNKNOWN : status == ACCEPTED ? Outcome.ACCEPTED : Outcome.REFUSED;
    return new Webhook(
        delivery.token(),
        delivery.subject().service(),
        delivery.transition(),
        sent,
        answer == null ? null : Instant.now(),
        outcome,
        status,
        answer == null || status != ACCEPTED ? List.of() : ids(answer.body()));
  }

  private static List<AlertId> ids(String body) {
    return ContractJson.MAPPER
        .readTree(body)
        .path("alerts")
        .valueStream()
        .map(alert -> new AlertId(alert.path("id").asString()))
        .toList();
  }

  /** How many deliveries have not come to an end. */
  public int open() {
    return open.get();
  }

  /** Every alert that an answer named as accepted. */
  public Set<AlertId> accepted() {
    return Set.copyOf(accepted);
  }

  /** From now on nothing is tried again. */
  public void giveUp() {
    givingUp = true;
  }

  /** Every request so far, by the time it was sent. */
  public List<Webhook> log() {
    return log.stream().sorted(Comparator.comparing(Webhook::sent)).toList();
  }
}
