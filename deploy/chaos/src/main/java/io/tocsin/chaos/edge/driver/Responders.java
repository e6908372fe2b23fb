package io.tocsin.chaos.edge.driver;

import io.tocsin.chaos.core.Command;
import io.tocsin.chaos.core.Outcome;
import io.tocsin.chaos.edge.plan.Order;
import io.tocsin.chaos.edge.system.Installation;
import io.tocsin.chaos.edge.system.People;
import io.tocsin.chaos.edge.system.Target;
import io.tocsin.contracts.events.IncidentId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The people: each order at its time, and again with the same key after 5xx or silence. */
public final class Responders {
  private static final Duration ANSWER = Duration.ofSeconds(8);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int SUCCESS = 200;
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;
  private static final String DECLARE = "declare";

  private final Installation installation;
  private final ScheduledExecutorService timer;
  private final Function<String, Optional<IncidentId>> incidentOf;
  private final HttpCalls calls;
  private final Queue<Command> log = new ConcurrentLinkedQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean givingUp;
  private volatile boolean notWaiting;

  /**
   * @param incidentOf the open incident of a case, once there is one
   */
  public Responders(
      Installation installation,
      ScheduledExecutorService timer,
      Function<String, Optional<IncidentId>> incidentOf) {
    this.installation = installation;
    this.timer = timer;
    this.incidentOf = incidentOf;
    this.calls = new HttpCalls(ANSWER, timer);
  }

  /** Carries out those of {@code orders} that are given to the API; does not wait. */
  public void follow(List<Order> orders, Instant began) {
    for (Order order : orders) {
      if (order.via().equals(Order.API)) {
        open.incrementAndGet();
        schedule(
            () -> look(order), Duration.between(Instant.now(), began.plus(order.at())).toMillis());
      }
    }
  }

  private void schedule(Runnable task, long millis) {
    var unused = timer.schedule(task, Math.max(0, millis), TimeUnit.MILLISECONDS);
  }

  private void look(Order order) {
    if (order.action().equals(DECLARE)) {
      attempt(new Wanted(order.id(), null, DECLARE, order.person(), order.body()));
      return;
    }
    Optional<IncidentId> incident = incidentOf.apply(order.subject().name());
    if (incident.isPresent()) {
      attempt(new Wanted(order.id(), incident.get(), order.action(), order.person(), order.body()));
    } else if (notWaiting) {
      open.decrementAndGet();
    } else {
      schedule(() -> look(order), LOOK.toMillis());
    }
  }

  /**
   * Ends {@code incident}.
   *
   * @param action resolve, or false-alarm for what still fires
   */
  public void end(IncidentId incident, String action, String id) {
    open.incrementAndGet();
    String person = People.NAMES.get(0);
    attempt(new Wanted(id, incident, action, person, "{\"reason\":\"the seed is over\"}"));
  }

  private record Wanted(
      String id, @Nullable IncidentId incident, String action, String person, String body) {}

  private void attempt(Wanted wanted) {
    Instant sent = Instant.now();
    String path =
        wanted.incident() == null
            ? "/api/incidents"
            : "/api/incidents/" + wanted.incident() + "/" + wanted.action();
    var unused =
        calls
            .post(
                installation.addresses().url(Target.ESCALATION_ENGINE) + path,
                wanted.body(),
                "Idempotency-Key",
                wanted.id(),
                "Authorization",
                "Bearer " + installation.people().token(wanted.person()))
            .handle(
                (answer, failed) -> {
                  Command entry = entry(wanted, sent, answer);
                  log.add(entry);
                  again(wanted, entry);
                  return entry;
                });
  }

  private void again(Wanted wanted, Command entry) {
    boolean wantedAgain =
        entry.outcome() == Outcome.UNKNOWN
            || (entry.outcome() == Outcome.REFUSED && entry.status() >= SERVER_ERROR);
    if (!wantedAgain || givingUp) {
      open.decrementAndGet();
      return;
    }
    schedule(() -> attempt(wanted), PAUSE.toMillis());
  }

  private static Command entry(Wanted wanted, Instant sent, @Nullable HttpResponse<String> answer) {
    int status = answer == null ? 0 : answer.statusCode();
    Outcome outcome =
        status == 0
            ? Outcome.UNKNOWN
            : status >= SUCCESS && status < CLIENT_ERROR ? Outcome.ACCEPTED : Outcome.REFUSED;
    return new Command(
        wanted.id(),
        wanted.incident(),
        wanted.action(),
        wanted.person(),
        sent,
        answer == null ? null : Instant.now(),
        outcome,
        status);
  }

  /** How many orders have not come to an end. */
  public int open() {
    return open.get();
  }

  /** From now on nobody waits for an incident that there is not. */
  public void giveUpWaiting() {
    notWaiting = true;
  }

  /** From now on nothing is tried again. */
  public void giveUp() {
    givingUp = true;
  }

  /** Every request so far, by the time it was sent. */
  public List<Command> log() {
    List<Command> all = new ArrayList<>(log);
    all.sort(Comparator.comparing(Command::sent));
    return all;
  }
}
