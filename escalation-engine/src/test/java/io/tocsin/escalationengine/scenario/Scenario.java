package io.tocsin.escalationengine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.escalationengine.core.TeamSimulation;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A night told on a timeline, in the words of the runbook, over the shipped policy of the digital
 * prescription team. Times are the team's own; the first day is a Monday. A page that nobody
 * expected fails the test.
 */
public abstract class Scenario {
  private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");
  private static final Policies POLICIES = shipped();
  private static final TeamCode TEAM = new TeamCode("RX");

  private LocalDate day = LocalDate.of(2026, 3, 2);
  private final Alerts alerts = new Alerts(TEAM, POLICIES.hash());
  private final TeamSimulation team = new TeamSimulation(TEAM, POLICIES, time("00:00"));
  private int expected;

  private static Policies shipped() {
    try {
      return PolicyLoader.load(PolicyFiles.read(Path.of("../deploy/policies")));
    } catch (PolicyRejected e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** The scenario goes on at another day. */
  protected void on(String date) {
    day = LocalDate.parse(date);
  }

  /** Lets time pass until then, taking every deadline on the way. */
  protected Moment at(String time) {
    team.advanceTo(time(time));
    return new Moment();
  }

  protected Acknowledgement acknowledgedBy(String person) {
    return new Acknowledgement(person);
  }

  protected Expectation expect(Wanted wanted) {
    return new Expectation(wanted);
  }

  /** A page that rings this contact. */
  protected static Wanted page(String role) {
    return new Wanted(Notification.Act.PAGE, role);
  }

  /** This contact's pages stop ringing: somebody has it. */
  protected static Wanted standDown(String role) {
    return new Wanted(Notification.Act.ACKNOWLEDGE, role);
  }

  /** This contact's pages are resolved. */
  protected static Wanted allClear(String role) {
    return new Wanted(Notification.Act.RESOLVE, role);
  }

  protected void expectSilenceUntil(String time) {
    team.advanceTo(time(time));
    assertThat(unexpected()).as("messages before " + time).isEmpty();
  }

  protected Incident incident() {
    return incident("RX-1");
  }

  protected Incident incident(String id) {
    return team.incidents().stream()
        .filter(it -> it.id().equals(IncidentId.parse(id)))
        .findFirst()
        .orElseThrow();
  }

  protected void expectState(IncidentState state) {
    assertThat(incident().state()).isEqualTo(state);
  }

  protected TeamSimulation team() {
    return team;
  }

  private Instant time(String time) {
    return day.atTime(LocalTime.parse(time)).atZone(CAIRO).toInstant();
  }

  private List<String> unexpected() {
    return team.sent().subList(expected, team.sent().size()).stream()
        .map(
            sent ->
                "%s %s at %s"
                    .formatted(
                        sent.notification().act(),
                        sent.notification().recipient(),
                        sent.at().atZone(CAIRO).toLocalTime()))
        .toList();
  }

  /** What is wanted. */
  protected record Wanted(Notification.Act act, String role) {}

  /** What happens at a time. */
  protected final class Moment {
    private Severity severity = Severity.P1;
    private String service = "prescription-api";

    Moment of(String name) {
      this.service = name;
      return this;
    }

    Moment alert(String name, Severity level) {
      this.severity = level;
      return says(name, Signal.TRIGGERED);
    }

    Moment recovers(String name) {
      return says(name, Signal.RECOVERED);
    }

    Moment says(String name, Signal signal) {
      return deliver(alerts.of(service, name, signal, severity, team.now()));
    }

    Moment saysAgain(String name, Signal signal, Severity level) {
      return deliver(alerts.of(service, name, signal, level, team.now()));
    }

    /** A rule failed on it. */
    Moment alertOfUnknownLevel(String name) {
      ClassifiedAlert alert = alerts.of(service, name, Signal.TRIGGERED, Severity.P1, team.now());
      return deliver(alerts.classified(alert.alert(), Severity.P1, true));
    }

    Moment deliver(ClassifiedAlert alert) {
      team.alert(alert);
      return this;
    }

    /** A command on the first incident; answers with the event that names it. */
    IncidentEvent command(String person, CommandAction action) {
      return team.command(IncidentId.parse("RX-1"), person, action);
    }

    /** Tocsin itself is away from here until then. */
    void awayUntil(String time) {
      team.awayUntil(time(time));
    }
  }

  /** Somebody takes it. */
  protected final class Acknowledgement {
    private final String person;

    private Acknowledgement(String person) {
      this.person = person;
    }

    void at(String time) {
      team.advanceTo(time(time));
      team.command(IncidentId.parse("RX-1"), person, new CommandAction.Acknowledge());
    }
  }

  /** The next message, and when. */
  protected final class Expectation {
    private final Wanted wanted;

    private Expectation(Wanted wanted) {
      this.wanted = wanted;
    }

    Notification at(String time) {
      team.advanceTo(time(time));
      assertThat(team.sent().size())
          .as("%s %s at %s; so far %s", wanted.act, wanted.role, time, team.sent())
          .isGreaterThan(expected);
      TeamSimulation.Sent next = team.sent().get(expected++);
      assertThat(
              "%s %s at %s"
                  .formatted(
                      next.notification().act(),
                      next.notification().recipient(),
                      next.at().atZone(CAIRO).toLocalTime()))
          .isEqualTo("%s %s at %s".formatted(wanted.act, wanted.role, LocalTime.parse(time)));
      return next.notification();
    }
  }

  protected static boolean isRefusal(IncidentEvent event) {
    return event.change() instanceof IncidentChange.CommandRefused;
  }
}
