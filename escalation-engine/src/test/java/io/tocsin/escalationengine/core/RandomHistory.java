package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Phase;
import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.events.Update;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.escalationengine.scenario.Alerts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A team that lives through whatever a seed brings: alerts, people, faults, outages, time. */
final class RandomHistory {
  private static final TeamCode TEAM = new TeamCode("RX");
  private static final Policies POLICIES = demanding();
  private static final List<String> SERVICES = List.of("prescription-api", "patient-portal");
  private static final List<String> NAMES = List.of("down", "slow", "errors");
  private static final List<Signal> SIGNALS =
      List.of(
          Signal.TRIGGERED,
          Signal.TRIGGERED,
          Signal.RECOVERED,
          Signal.RECOVERED,
          Signal.RENOTIFIED,
          Signal.WARNED,
          Signal.NO_DATA,
          Signal.NOTICE);

  private final Random random;
  private final Alerts alerts = new Alerts(TEAM, POLICIES.hash());
  private final TeamSimulation team =
      new TeamSimulation(TEAM, POLICIES, Instant.parse("2026-03-02T06:00:00Z"));

  private RandomHistory(long seed) {
    this.random = new Random(seed);
  }

  static Policies shipped() {
    try {
      return PolicyLoader.load(PolicyFiles.read(Path.of("../deploy/policies")));
    } catch (PolicyRejected e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** What is shipped, and something that is asked where security is concerned. */
  private static Policies demanding() {
    try {
      Map<String, String> files =
          new HashMap<>(PolicyFiles.read(Path.of("../deploy/policies")).files());
      files.computeIfPresent(
          "digital-prescriptions/policy.yaml",
          (name, text) ->
              text.replace(
                  "\nsecurity:\n",
                  "\nsecurity:\n  ask: [{of: [tech-lead], text: Say whether keys leaked.}]\n"));
      return PolicyLoader.load(new PolicyBundle(files));
    } catch (PolicyRejected e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  static RandomHistory of(long seed, int steps) {
    RandomHistory history = new RandomHistory(seed);
    for (int i = 0; i < steps; i++) {
      history.step();
    }
    return history;
  }

  TeamSimulation team() {
    return team;
  }

  void openOne() {
    team.alert(alerts.of("pharmacy-portal", "opened", Signal.TRIGGERED, Severity.P1, team.now()));
  }

  void step() {
    switch (random.nextInt(14)) {
      case 0, 1, 2, 3, 4 -> alert();
      case 5, 6, 7 -> command();
      case 8, 9 -> team.advanceTo(team.now().plus(pause()));
      case 10 -> fault();
      case 11, 12 -> laterWord();
      default -> away();
    }
  }

  private void alert() {
    Signal signal = pick(SIGNALS);
    Instant said = team.now().minusSeconds(random.nextInt(4) == 0 ? 90 : 0);
    team.alert(
        random.nextInt(5) == 0
            ? alerts.classified(
                alerts.of(pick(SERVICES), pick(NAMES), signal, Severity.P1, said).alert(),
                Severity.P1,
                true)
            : alerts.of(
                pick(SERVICES), pick(NAMES), signal, pick(List.of(Severity.values())), said));
  }

  /** The files change, and nothing of what they say. */
  private void reload() {
    Policies before = team.policy();
    team.policyBecomes(
        new Policies(
            before.hash().equals(POLICIES.hash()) ? "another" : POLICIES.hash(),
            before.teams(),
            before.integrations(),
            before.catchAll(),
            before.installation()));
  }

  private void command() {
    if (random.nextInt(15) == 0) {
      reload();
    }
    IncidentId incident =
        team.incidents().isEmpty() || random.nextInt(20) == 0
            ? new IncidentId(TEAM, 9999)
            : pick(List.copyOf(team.incidents())).id();
    String person = pick(List.of("alice", "bob"));
    CommandAction action =
        switch (random.nextInt(20)) {
          case 11, 12, 13, 14, 15, 16, 17, 18 -> said();
          case 0, 1, 2, 3 -> new CommandAction.Acknowledge();
          case 4 -> new CommandAction.HandOver(pick(List.of("alice", "bob", "carol")));
          case 5, 6 -> changeSeverity();
          case 7, 8 -> new CommandAction.Escalate("help");
          case 9 -> new CommandAction.MarkFalseAlarm("noise");
          case 10 -> new CommandAction.Resolve("done", Cause.UNSAID);
          default -> new CommandAction.Declare("declared", null, "production", Severity.P2);
        };
    team.command(action instanceof CommandAction.Declare ? null : incident, person, action);
  }

  private CommandAction said() {
    return switch (random.nextInt(12)) {
      case 0 -> new CommandAction.Unacknowledge();
      case 1 -> new CommandAction.ReportRecovery();
      case 2 -> new CommandAction.Note("looking");
      case 3 -> new CommandAction.RecordFinding("the pool is full");
      case 4 ->
          new CommandAction.PostUpdate(
              new Update(
                  pick(Arrays.asList(null, "executives", "nobody")),
                  "Investigating",
                  "nobody can log in",
                  null,
                  null,
                  null));
      case 5, 6 ->
          new CommandAction.Assess(
              Map.of(pick(List.of("users", "security", "nonsense")), pick(List.of("no", "yes"))));
      case 7 -> new CommandAction.EnterPhase(pick(List.of(Phase.values())));
      case 11 -> new CommandAction.FollowPolicy();
      case 8 -> new CommandAction.Resolve("done", new Cause("the pool was full", null));
      default -> new CommandAction.Close(new Cause("the pool was full", "restarted"));
    };
  }

  private CommandAction changeSeverity() {
    Severity to = random.nextBoolean() ? Severity.P1 : pick(List.of(Severity.values()));
    return new CommandAction.ChangeSeverity(to, "so");
  }

  private void fault() {
    if (!team.incidents().isEmpty() && random.nextInt(3) == 0) {
      team.ticketOpens(any());
      return;
    }
    if (random.nextBoolean()) {
      team.breaks(Channel.PAGERDUTY);
    } else {
      team.works(Channel.PAGERDUTY);
    }
  }

  /** A provider says what became of a call that it took. */
  private void laterWord() {
    List<TeamSimulation.Sent> sent = team.sent();
    if (!sent.isEmpty()) {
      team.receipt(
          pick(sent).notification(),
          pick(
              List.of(
                  DeliveryReceipt.Outcome.ARRIVED,
                  DeliveryReceipt.Outcome.HEARD,
                  DeliveryReceipt.Outcome.FAILED)),
          "later-word");
    }
  }

  private void away() {
    team.awayUntil(team.now().plus(pause()));
  }

  private Duration pause() {
    return switch (random.nextInt(4)) {
      case 0 -> Duration.ofSeconds(random.nextInt(90));
      case 1 -> Duration.ofMinutes(random.nextInt(8));
      case 2 -> Duration.ofMinutes(random.nextInt(60));
      default -> Duration.ofSeconds(1);
    };
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  Incident any() {
    return pick(List.copyOf(team.incidents()));
  }
}
