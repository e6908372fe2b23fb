package io.tocsin.chaos.edge.driver;

import io.tocsin.chaos.core.Deed;
import io.tocsin.chaos.edge.plan.Order;
import io.tocsin.chaos.edge.system.Installation;
import io.tocsin.chaos.edge.system.Target;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.IncidentId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The people who answer where they were rung or told: by PagerDuty's app, a button in Slack, a key
 * on the phone. They try again while nobody takes their word.
 */
public final class Callers {
  private static final Duration ANSWER = Duration.ofSeconds(12);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int SUCCESS = 200;
  private static final int NOT_THERE = 404;
  private static final Map<String, String> ON_CALL =
      Map.of("RX", "rx-on-call", "HP", "hp-user-facing-on-call", "MS", "ms-on-call");

  private final Installation installation;
  private final ScheduledExecutorService timer;
  private final Function<String, Optional<IncidentId>> incidentOf;
  private final BiFunction<IncidentId, Channel, Optional<String>> references;
  private final HttpCalls calls;
  private final Queue<Deed> log = new ConcurrentLinkedQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean notWaiting;

  /**
   * @param incidentOf the open incident of a case, once there is one
   * @param references what a provider calls what it has of an incident, once it has
   */
  public Callers(
      Installation installation,
      ScheduledExecutorService timer,
      Function<String, Optional<IncidentId>> incidentOf,
      BiFunction<IncidentId, Channel, Optional<String>> references) {
    this.installation = installation;
    this.timer = timer;
    this.incidentOf = incidentOf;
    this.references = references;
    this.calls = new HttpCalls(ANSWER, timer);
  }

  /** Carries out those of {@code orders} that are given at a provider; does not wait. */
  public void follow(List<Order> orders, Instant began) {
    for (Order order : orders) {
      if (!order.via().equals(Order.API)) {
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
    Channel channel = Channel.valueOf(order.via().toUpperCase(Locale.ROOT));
    Optional<IncidentId> incident = incidentOf.apply(order.subject().name());
    Optional<String> reference = incident.flatMap(id -> references.apply(id, channel));
    if (reference.isPresent()) {
      act(order, incident.get(), reference.get());
    } else if (notWaiting) {
      open.decrementAndGet();
    } else {
      schedule(() -> look(order), LOOK.toMillis());
    }
  }

  private void act(Order order, IncidentId incident, String on) {
    Instant at = Instant.now();
    String deed = ContractJson.MAPPER.writeValueAsString(deed(order, on));
    var unused =
        calls
            .post(installation.addresses().url(Target.SANDBOX) + "/people", deed)
            .handle(
                (answer, failed) -> {
                  log.add(new Deed(order.via(), incident, at, isTold(answer)));
                  again(order, answer);
                  return answer;
                });
  }

  private static Map<String, String> deed(Order order, String on) {
    String person = ON_CALL.getOrDefault(order.subject().team(), order.person());
    return switch (order.via()) {
      case "slack" -> deed("slack", "press", person, on, "tocsin_acknowledge");
      case "phone" -> deed("phone", "key", person, on, "1");
      default -> deed(order.via(), "acknowledge", person, on, "");
    };
  }

  private static Map<String, String> deed(
      String provider, String act, String person, String on, String text) {
    return Map.of("provider", provider, "act", act, "person", person, "on", on, "text", text);
  }

  /** The sandbox says what Tocsin answered it. */
  private static boolean isTold(@Nullable HttpResponse<String> answer) {
    return answer != null
        && answer.statusCode() == SUCCESS
        && ContractJson.MAPPER.readTree(answer.body()).path("answered").asInt(0) / 100 * 100
            == SUCCESS;
  }

  private void again(Order order, @Nullable HttpResponse<String> answer) {
    boolean gone = answer != null && answer.statusCode() == NOT_THERE;
    if (isTold(answer) || gone || notWaiting) {
      open.decrementAndGet();
    } else {
      schedule(() -> look(order), PAUSE.toMillis());
    }
  }

  /** How many orders have not come to an end. */
  public int open() {
    return open.get();
  }

  /** From now on nobody waits for what there is not, and nothing is tried again. */
  public void giveUp() {
    notWaiting = true;
  }

  /** Every deed so far, by its time. */
  public List<Deed> log() {
    List<Deed> all = new ArrayList<>(log);
    all.sort(Comparator.comparing(Deed::at));
    return all;
  }
}
