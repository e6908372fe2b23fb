package io.tocsin.chaos.core.simulation;

import io.tocsin.chaos.core.Command;
import io.tocsin.chaos.core.Outcome;
import io.tocsin.chaos.core.Webhook;
import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Rejected;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who sends and who acts, with the ingest and the classifier between them and the engine. */
final class SimulatedDriver {
  private static final String OUTSIDE = "outside";
  private static final Map<String, Severity> LEVELS =
      Map.of("down", Severity.P1, "slow", Severity.P2, "odd", Severity.P3);

  final List<Webhook> webhooks = new ArrayList<>();
  final List<Command> commands = new ArrayList<>();
  private final World world;
  private final SimulatedEngine engine;
  private final String policy;
  private final String hidden;
  private int tokens;
  private int asked;

  /**
   * @param hidden a word that stands in every body and must not leave
   */
  SimulatedDriver(World world, SimulatedEngine engine, String policy, String hidden) {
    this.world = world;
    this.engine = engine;
    this.policy = policy;
    this.hidden = hidden;
  }

  /** A delivery that is taken and answered. */
  void send(TeamCode team, String service, String name, Signal signal) {
    deliver(alert(team, service, name, signal), Outcome.ACCEPTED, 202, true);
  }

  /** A delivery that ends in one of the ways in which a delivery can end. */
  void sendSomehow(TeamCode team, String service, String name, Signal signal) {
    Sending sending = alert(team, service, name, signal);
    int chance = world.random.nextInt(100);
    if (chance < 6) {
      deliver(sending, Outcome.UNKNOWN, 0, true);
    } else if (chance < 9) {
      deliver(sending, Outcome.UNKNOWN, 0, false);
    } else if (chance < 12) {
      deliver(sending, Outcome.REFUSED, 503, false);
    } else {
      deliver(sending, Outcome.ACCEPTED, 202, true);
      if (chance < 30) {
        world.in(
            world.between(100, 3000), OUTSIDE, () -> deliver(sending, Outcome.ACCEPTED, 202, true));
      }
    }
  }

  /** One that is refused for good. */
  void sendWithoutProof(TeamCode team, String service) {
    deliver(alert(team, service, "odd", Signal.TRIGGERED), Outcome.REFUSED, 401, false);
  }

  /** One that nobody can read: it is answered, and put aside. */
  void sendUnreadable() {
    String token = "t" + ++tokens;
    Instant sent = world.now();
    byte[] body = ("{\"tags\":\"token:" + token + "\"").getBytes(StandardCharsets.UTF_8);
    world.in(
        Duration.ofMillis(4),
        OUTSIDE,
        () ->
            world.write(
                Topics.QUARANTINE,
                "test",
                Rejected.of("test", new Reason("unreadable", "no JSON"), body, world.now())));
    webhooks.add(
        new Webhook(
            token, "", "Triggered", sent, sent.plusMillis(9), Outcome.ACCEPTED, 202, List.of()));
  }

  private Sending alert(TeamCode team, String service, String name, Signal signal) {
    String token = "t" + ++tokens;
    return new Sending(
        token, team, service, name, signal, AlertId.ofDelivery("test", token), world.now());
  }

  private void deliver(Sending sending, Outcome outcome, int status, boolean kept) {
    Instant sent = world.now();
    boolean answered = outcome != Outcome.UNKNOWN;
    webhooks.add(
        new Webhook(
            sending.token,
            sending.service,
            sending.signal.name(),
            sent,
            answered ? sent.plusMillis(9) : null,
            outcome,
            status,
            outcome == Outcome.ACCEPTED ? List.of(sending.id) : List.of()));
    if (kept) {
      world.in(Duration.ofMillis(3), OUTSIDE, () -> keep(sending));
    }
  }

  private void keep(Sending sending) {
    Alert alert = sending.alert(world.now(), hidden);
    world.write(Topics.ALERTS, alert.key().toString(), alert);
    world.in(world.between(5, 15), "severity-classifier", () -> classify(sending.team, alert));
  }

  private void classify(TeamCode team, Alert alert) {
    String service = String.valueOf(alert.service());
    ClassifiedAlert classified =
        new ClassifiedAlert(
            alert,
            team,
            service,
            GroupingKey.of(team, service, alert.environment(), Map.of()),
            LEVELS.getOrDefault(String.valueOf(alert.labels().get("name")), Severity.P4),
            false,
            alert.signal() != Signal.NOTICE,
            new Reason("by-name", "its name says so"),
            Set.of(),
            Evidence.NONE,
            List.of(),
            null,
            policy,
            world.now());
    world.write(Topics.CLASSIFIED_ALERTS, classified.groupingKey().toString(), classified);
    world.in(world.between(10, 20), SimulatedEngine.PROCESS, () -> engine.alert(classified));
  }

  /** A person asks for something; sometimes twice, sometimes without hearing the answer. */
  void ask(TeamCode team, @Nullable IncidentId incident, String person, CommandAction action) {
    String id = "c" + ++asked;
    Instant sent = world.now();
    IncidentCommand command =
        new IncidentCommand(id, team, incident, new Actor(person, "api"), sent, action);
    boolean heard = world.random.nextInt(10) > 0;
    world.in(
        Duration.ofMillis(12),
        SimulatedEngine.PROCESS,
        () -> {
          boolean refused = engine.command(command);
          boolean late = world.now().isAfter(sent.plusSeconds(5));
          Outcome outcome = refused ? Outcome.REFUSED : Outcome.ACCEPTED;
          int status = late ? 202 : refused ? 409 : 200;
          commands.add(
              new Command(
                  id,
                  incident,
                  action.wireName(),
                  person,
                  sent,
                  heard ? world.now() : null,
                  !heard ? Outcome.UNKNOWN : late ? Outcome.ACCEPTED : outcome,
                  heard ? status : 0));
        });
    if (world.random.nextInt(8) == 0) {
      world.in(Duration.ofMillis(40), SimulatedEngine.PROCESS, () -> engine.command(command));
    }
  }

  private record Sending(
      String token,
      TeamCode team,
      String service,
      String name,
      Signal signal,
      AlertId id,
      Instant occurredAt) {

    Alert alert(Instant receivedAt, String hidden) {
      return new Alert(
          id,
          AlertKey.of("test", service + "/" + name),
          "test",
          "datadog",
          signal,
          signal.name(),
          "%s is %s [%s]".formatted(service, name, token),
          "said by a monitor: " + hidden,
          service,
          Alert.PRODUCTION,
          null,
          Map.of(Webhook.TOKEN, token, "name", name),
          List.of(),
          occurredAt,
          receivedAt,
          true);
    }
  }
}
