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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** The people: each order at its time, and again with the same key after 5xx or silence. */
public final class Responders {
  private static final Duration ANSWER = Duration.ofSeconds(8);
  private static final int SUCCESS = 200;
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;
  private static final String DECLARE = "declare";

  private final Installation installation;
  private final Whereabouts whereabouts;
  private final HttpCalls calls;
  private final Agenda agenda;
  private final Queue<Command> log = new ConcurrentLinkedQueue<>();

  public Responders(
      Installation installation, ScheduledExecutorService timer, Whereabouts whereabouts) {
    this.installation = installation;
    this.whereabouts = whereabouts;
    this.calls = new HttpCalls(ANSWER, timer);
    this.agenda = new Agenda(timer);
  }

  /** Carries out those of {@code orders} that are given to the API; does not wait. */
  public void follow(List<Order> orders, Instant began) {
    agenda.follow(
        orders.stream().filter(order -> order.via().equals(Order.API)).toList(),
        began,
        this::isBegun);
  }

  private boolean isBegun(Order order) {
    boolean declares = order.action().equals(DECLARE);
    Optional<IncidentId> incident =
        declares ? Optional.empty() : whereabouts.open(order.subject().name());
    if (declares || incident.isPresent()) {
      attempt(
          new Wanted(
              order.id(), incident.orElse(null), order.action(), order.person(), order.body()));
      return true;
    }
    return false;
  }

  /**
   * Ends {@code incident}.
   *
   * @param action resolve, or false-alarm for what still fires
   */
  public void end(IncidentId incident, String action, String id) {
    agenda.begin();
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
                  agenda.tried(isWorthAnother(entry), () -> attempt(wanted));
                  return entry;
                });
  }

  private static boolean isWorthAnother(Command entry) {
    return entry.outcome() == Outcome.UNKNOWN
        || (entry.outcome() == Outcome.REFUSED && entry.status() >= SERVER_ERROR);
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
    return agenda.open();
  }

  /** From now on nobody waits for an incident that there is not. */
  public void giveUpWaiting() {
    agenda.giveUpWaiting();
  }

  /** From now on nothing is tried again. */
  public void giveUp() {
    agenda.giveUp();
  }

  /** Every request so far, by the time it was sent. */
  public List<Command> log() {
    return log.stream().sorted(Comparator.comparing(Command::sent)).toList();
  }
}
