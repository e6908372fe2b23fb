package io.tocsin.chaos.edge.driver;

import io.tocsin.chaos.core.Deed;
import io.tocsin.chaos.edge.plan.Order;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.IncidentId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The people who answer where they were rung or told: by PagerDuty's app, a button in Slack, a key
 * on the phone, a text, on the ticket. They try again while nobody takes their word.
 */
public final class Callers {
  private static final Duration ANSWER = Duration.ofSeconds(12);
  private static final int SUCCESS = 2;
  private static final int NOT_THERE = 404;
  private static final Map<String, String> ON_CALL =
      Map.of("RX", "rx-on-call", "HP", "hp-user-facing-on-call", "MS", "ms-on-call");

  private final String sandbox;
  private final Whereabouts whereabouts;
  private final HttpCalls calls;
  private final Agenda agenda;
  private final Queue<Deed> log = new ConcurrentLinkedQueue<>();

  /**
   * @param sandbox where the providers' stand-in is
   */
  public Callers(String sandbox, ScheduledExecutorService timer, Whereabouts whereabouts) {
    this.sandbox = sandbox;
    this.whereabouts = whereabouts;
    this.calls = new HttpCalls(ANSWER, timer);
    this.agenda = new Agenda(timer);
  }

  /** Carries out those of {@code orders} that are given at a provider; does not wait. */
  public void follow(List<Order> orders, Instant began) {
    agenda.follow(
        orders.stream().filter(order -> !order.via().equals(Order.API)).toList(),
        began,
        this::isBegun);
  }

  private boolean isBegun(Order order) {
    String name = order.subject().name();
    Optional<IncidentId> incident =
        order.via().equals(Order.GITHUB) ? whereabouts.latest(name) : whereabouts.open(name);
    Optional<String> on = incident.flatMap(id -> whereabouts.reference(id, order.via()));
    on.ifPresent(reference -> act(order, incident.get(), reference));
    return on.isPresent();
  }

  private void act(Order order, IncidentId incident, String on) {
    Instant at = Instant.now();
    var unused =
        said(order, on)
            .thenCompose(said -> attempt(order, on, said))
            .handle(
                (tried, failed) -> {
                  if (tried != null) {
                    log.add(
                        new Deed(
                            order.via(), order.action(), incident, at, tried.said, tried.told));
                  }
                  agenda.tried(tried == null || !tried.over, () -> act(order, incident, on));
                  return tried;
                });
  }

  /** What they press, send or write: a text's answer stands in the text. */
  private CompletableFuture<String> said(Order order, String on) {
    return switch (order.via()) {
      case "slack" -> CompletableFuture.completedFuture("tocsin_acknowledge");
      case "phone" -> CompletableFuture.completedFuture("1");
      case Order.TEXT ->
          calls
              .ask(sandbox + "/requests?provider=phone")
              .thenApply(answer -> Texts.answer(answer.body(), on));
      case Order.GITHUB -> CompletableFuture.completedFuture(order.body());
      default -> CompletableFuture.completedFuture("");
    };
  }

  /**
   * How a try went.
   *
   * @param told whether Tocsin took it
   * @param over whether there is no sense in another: it was answered, or there is nothing there
   */
  private record Attempt(String said, boolean told, boolean over) {}

  private CompletableFuture<Attempt> attempt(Order order, String on, String said) {
    return calls
        .post(sandbox + "/people", ContractJson.MAPPER.writeValueAsString(deed(order, on, said)))
        .handle((answer, failed) -> attempt(order, said, answer));
  }

  private static Attempt attempt(Order order, String said, @Nullable HttpResponse<String> answer) {
    if (answer == null || answer.statusCode() / 100 != SUCCESS) {
      return new Attempt(said, false, answer != null && answer.statusCode() == NOT_THERE);
    }
    // the sandbox says what Tocsin answered it
    JsonNode answered = ContractJson.MAPPER.readTree(answer.body());
    boolean heard = answered.path("answered").asInt(0) / 100 == SUCCESS;
    boolean taken =
        !order.via().equals(Order.TEXT) || Texts.isTaken(answered.path("said").asString(""));
    return new Attempt(said, heard && taken, heard);
  }

  private static Map<String, String> deed(Order order, String on, String said) {
    String person = ON_CALL.getOrDefault(order.subject().team(), order.person());
    return switch (order.via()) {
      case "slack" -> deed("slack", "press", person, on, said);
      case "phone" -> deed("phone", "key", person, on, said);
      case Order.TEXT -> deed("phone", "text", person, on, said);
      case Order.GITHUB ->
          deed(
              "github",
              order.action().equals("close") ? "close" : "comment",
              order.person(),
              on,
              said);
      default -> deed(order.via(), "acknowledge", person, on, said);
    };
  }

  private static Map<String, String> deed(
      String provider, String act, String person, String on, String text) {
    return Map.of("provider", provider, "act", act, "person", person, "on", on, "text", text);
  }

  /** How many orders have not come to an end. */
  public int open() {
    return agenda.open();
  }

  /** From now on nobody waits for what there is not, and nothing is tried again. */
  public void giveUp() {
    agenda.giveUp();
  }

  /** Every deed so far, by its time. */
  public List<Deed> log() {
    return log.stream().sorted(Comparator.comparing(Deed::at)).toList();
  }
}
