package io.tocsin.chaos.core.simulation;

import io.tocsin.chaos.core.Fault;
import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.Records;
import io.tocsin.chaos.core.Run;
import io.tocsin.chaos.core.Secret;
import io.tocsin.chaos.core.Writing;
import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.CommandAction.EnterPhase;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Phase;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A night of a correct system. It begins with the same ten minutes without a fault (an incident
 * that is paged three times, taken and ended, and one that nobody takes) and goes on as the seed
 * has it, with an outage of the engine, of the provider and of the public page.
 */
public final class Night {
  public static final String INSTALLATION = "0a1b2c3d";
  public static final String HIDDEN_WORD = "patient-4711-canary";
  public static final String KEY_WORD = "whk-9f3c-canary";

  private static final TeamCode RX = new TeamCode("RX");
  private static final TeamCode HP = new TeamCode("HP");
  private static final Instant START = Instant.parse("2026-03-02T20:00:00Z");
  private static final Policies POLICIES = shipped();

  private static final List<Signal> SIGNALS =
      List.of(
          Signal.TRIGGERED,
          Signal.TRIGGERED,
          Signal.RECOVERED,
          Signal.RECOVERED,
          Signal.RENOTIFIED,
          Signal.NO_DATA,
          Signal.NOTICE);

  private final long seed;
  private final World world;
  private final Map<IncidentId, Incident> notifierView = new HashMap<>();
  private final SimulatedEngine engine;
  private final SimulatedNotifier notifier;
  private final SimulatedDriver driver;
  private final SimulatedPeople people;
  private final SimulatedPage page;
  private boolean looking = true;

  private Night(long seed) {
    this.seed = seed;
    this.world = new World(seed, START);
    List<SimulatedNotifier> later = new ArrayList<>();
    this.engine = new SimulatedEngine(world, POLICIES, it -> later.get(0).take(it));
    this.notifier = new SimulatedNotifier(world, INSTALLATION, notifierView::get, engine::receipt);
    later.add(notifier);
    this.driver = new SimulatedDriver(world, engine, POLICIES.hash(), HIDDEN_WORD);
    this.people = new SimulatedPeople(world, engine);
    this.page = new SimulatedPage(world);
  }

  private static Policies shipped() {
    try {
      return PolicyLoader.load(PolicyFiles.read(Path.of("../policies")));
    } catch (PolicyRejected e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** The history of the night of {@code seed}, with this many things happening after its start. */
  public static History of(long seed, int steps) {
    Night night = new Night(seed);
    night.begin();
    for (int i = 0; i < steps; i++) {
      night.step();
    }
    return night.end();
  }

  private void begin() {
    look();
    IncidentId taken = new IncidentId(RX, 1);
    IncidentId slow = new IncidentId(RX, 2);
    at(0, () -> driver.send(RX, "prescription-api", "down", Signal.TRIGGERED));
    at(10, () -> driver.send(HP, "health-api", "down", Signal.TRIGGERED));
    at(20, () -> driver.sendUnreadable());
    at(30, () -> driver.sendWithoutProof(RX, "pharmacy-portal"));
    at(360, () -> driver.ask(RX, taken, "alice", new CommandAction.Acknowledge()));
    at(370, () -> driver.ask(RX, taken, "alice", new EnterPhase(Phase.ROOT_CAUSE_IDENTIFIED)));
    at(35, () -> driver.send(RX, "patient-portal", "slow", Signal.TRIGGERED));
    at(60, () -> people.press(slow, "bob"));
    at(65, () -> people.comment(slow, "bob", "the pool is empty"));
    at(70, () -> people.close(slow, "bob"));
    at(75, () -> people.text(slow, "alice"));
    at(90, () -> notifier.alarm("trigger", "waiting", START.plusSeconds(50)));
    at(95, () -> notifier.alarm("resolve", "waiting", START));
    at(420, () -> driver.send(RX, "prescription-api", "down", Signal.RECOVERED));
    at(
        480,
        () -> driver.ask(RX, taken, "alice", new CommandAction.Resolve("mended", Cause.UNSAID)));
    world.runUntil(START.plusSeconds(600));
    faults();
  }

  private void at(int second, Runnable action) {
    world.at(START.plusSeconds(second), "outside", action);
  }

  private void faults() {
    fault(Fault.Kind.KILL, SimulatedEngine.PROCESS, 8 * 60);
    fault(Fault.Kind.PROVIDER_ERROR, SimulatedNotifier.PROVIDER, 120);
    fault(Fault.Kind.FREEZE, SimulatedNotifier.PROCESS, 60);
    fault(Fault.Kind.KILL, SimulatedPage.PROCESS, 60);
  }

  private void fault(Fault.Kind kind, String target, int longest) {
    Instant from = world.now().plusSeconds(1 + world.random.nextInt(600));
    world.faults.add(
        new Fault(kind, target, from, from.plusSeconds(1 + world.random.nextInt(longest)), seed));
  }

  private void step() {
    switch (world.random.nextInt(6)) {
      case 0, 1, 2 -> alert();
      case 3, 4 -> command();
      default -> {}
    }
    world.runUntil(world.now().plus(world.between(1, 40_000)));
  }

  private void alert() {
    String name = pick(List.of("down", "slow", "odd"));
    if (world.random.nextInt(3) == 0) {
      driver.sendSomehow(HP, "health-api", name, pick(SIGNALS));
    } else {
      String service = pick(List.of("prescription-api", "patient-portal"));
      driver.sendSomehow(RX, service, name, pick(SIGNALS));
    }
  }

  private void command() {
    IncidentId incident =
        world.random.nextInt(20) == 0
            ? new IncidentId(RX, 9999)
            : pick(List.copyOf(engine.incidents.keySet()));
    String person = pick(List.of("alice", "bob"));
    switch (world.random.nextInt(13)) {
      case 0, 1, 2 -> ask(incident, person, new CommandAction.Acknowledge());
      case 3 -> ask(incident, person, new CommandAction.HandOver("carol"));
      case 4 ->
          ask(incident, person, new CommandAction.ChangeSeverity(pick(levels()), "it looks so"));
      case 5 -> ask(incident, person, new CommandAction.Escalate("help"));
      case 6 -> ask(incident, person, new CommandAction.MarkFalseAlarm("a test"));
      case 11 -> ask(incident, person, new EnterPhase(pick(List.of(Phase.values()))));
      case 7, 8, 9, 10 -> ask(incident, person, new CommandAction.Resolve("mended", Cause.UNSAID));
      default ->
          driver.ask(
              RX,
              null,
              person,
              new CommandAction.Declare("odd mails", null, "production", pick(levels())));
    }
  }

  private void ask(IncidentId incident, String person, CommandAction action) {
    driver.ask(incident.team(), incident, person, action);
  }

  private static List<Severity> levels() {
    return List.of(Severity.values());
  }

  private <T> T pick(List<T> from) {
    return from.get(world.random.nextInt(from.size()));
  }

  /**
   * The two who follow {@code incidents} see it a little later; every few seconds somebody polls.
   */
  private void look() {
    if (!looking) {
      return;
    }
    world.in(
        Duration.ofMillis(25),
        SimulatedNotifier.PROCESS,
        () -> notifierView.putAll(engine.incidents));
    world.in(
        Duration.ofMillis(900),
        "outside",
        () -> {
          page.look(engine.incidents);
          look();
        });
  }

  private History end() {
    Instant healed =
        world.faults.stream().map(Fault::until).max(Instant::compareTo).orElse(world.now());
    Instant end = healed.isAfter(world.now()) ? healed : world.now();
    world.runUntil(end.plusSeconds(180));
    looking = false;
    world.drain();
    return new History(
        new Run(seed, INSTALLATION, START, healed, world.now()),
        driver.webhooks,
        driver.commands,
        people.deeds,
        Records.of(world.records()),
        notifier.arrivals,
        notifier.sightings,
        world.faults,
        page.polls,
        List.of(
            new Secret("what a body holds", HIDDEN_WORD, Set.of(Secret.Place.TOPIC)),
            new Secret("an integration key", KEY_WORD, Set.of())),
        List.of(new Writing(Secret.Place.LOG, "notifier.log", START, "PAGE accepted")));
  }
}
