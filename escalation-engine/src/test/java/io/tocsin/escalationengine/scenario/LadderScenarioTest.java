package io.tocsin.escalationengine.scenario;

import static io.tocsin.contracts.events.Severity.P1;
import static io.tocsin.contracts.events.Severity.P2;
import static io.tocsin.contracts.events.Severity.P3;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Notification;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is called, when, until somebody acts. */
class LadderScenarioTest extends Scenario {

  @Test
  @Tag("RUN-04.4a")
  @Tag("RUN-02.1a")
  void aP1PagesOnCallAtOnce() {
    at("03:00").alert("db-down", P1);
    expect(page("on-call")).at("03:00");
    expectSilenceUntil("03:01");
  }

  @Test
  @Tag("RUN-08.1f")
  @Tag("RUN-08.2")
  void nobodyAcknowledgesSoEachRungIsCalledAtItsTime() {
    at("10:00").alert("db-down", P1);
    expect(page("on-call")).at("10:00");
    expect(page("on-call")).at("10:02");
    expect(allClear("on-call")).at("10:02");
    expect(page("devops-lead")).at("10:05");
    expect(page("tech-lead")).at("10:10");
    // neither phone nor mail is installed: product owner and executives fail at once,
    // and the last resort is called in their place
    expect(page("duty-manager")).at("10:15");
    expect(page("duty-manager")).at("10:20");
    expect(allClear("duty-manager")).at("10:20");
    expectSilenceUntil("10:59");
  }

  @Test
  @Tag("RUN-04.1a")
  void anAcknowledgementStopsTheLadderAndTellsEveryoneWhoWasRung() {
    at("10:00").alert("db-down", P1);
    expect(page("on-call")).at("10:00");
    expect(page("on-call")).at("10:02");
    expect(allClear("on-call")).at("10:02");
    expect(page("devops-lead")).at("10:05");
    acknowledgedBy("alice").at("10:06");
    expect(standDown("on-call")).at("10:06");
    expect(standDown("devops-lead")).at("10:06");
    expectSilenceUntil("23:00");
    assertThat(incident().response().owner().id()).isEqualTo("alice");
  }

  @Test
  @Tag("RUN-13")
  void outOfHoursAP2PassesOverWhoIsNotAtWork() {
    at("22:00").alert("slow", P2);
    expect(page("on-call")).at("22:00");
    expect(page("on-call")).at("22:05");
    expect(allClear("on-call")).at("22:05");
    expect(page("duty-manager")).at("22:10");
    expect(page("duty-manager")).at("22:15");
    expect(allClear("duty-manager")).at("22:15");
    expectSilenceUntil("22:50");
    assertThat(passed()).contains("devops-lead", "tech-lead", "product-owner");
  }

  @Test
  @Tag("RUN-13")
  void forAP1HoursExcludeNobody() {
    at("03:00").alert("db-down", P1);
    expect(page("on-call")).at("03:00");
    expect(page("on-call")).at("03:02");
    expect(allClear("on-call")).at("03:02");
    expect(page("devops-lead")).at("03:05");
  }

  @Test
  @Tag("RUN-04.4c")
  void aP3RingsNobodyAndWaitsForBusinessHours() {
    at("03:00").alert("one-feature", P3);
    expectSilenceUntil("23:59");
    assertThat(team().events())
        .anyMatch(it -> it.change() instanceof IncidentChange.LadderDeferred);
  }

  @Test
  void aRuleThatFailedCallsTheTechnicalTeamOnly() {
    at("10:00").alertOfUnknownLevel("strange");
    expect(page("on-call")).at("10:00");
    expect(page("on-call")).at("10:02");
    expect(allClear("on-call")).at("10:02");
    expect(page("devops-lead")).at("10:05");
    expect(page("tech-lead")).at("10:10");
    expect(page("duty-manager")).at("10:15");
    assertThat(called()).doesNotContain("executives", "product-owner");
  }

  @Test
  @Tag("RUN-08.1f")
  void whenPagerDutyTakesNothingTheWholeLadderIsTriedAtOnceAndAgainInAMinute() {
    team().breaks(Channel.PAGERDUTY);
    at("10:00").alert("db-down", P1);
    expectSilenceUntil("10:00");
    assertThat(called()).contains("on-call", "devops-lead", "tech-lead", "duty-manager");
    team().works(Channel.PAGERDUTY);
    Notification second = expect(page("on-call")).at("10:01");
    assertThat(second.pages().get(0)).isGreaterThan(1);
  }

  @Test
  void theLadderBeginsAnewWhileNobodyAcknowledges() {
    on("2026-03-02");
    at("10:00").alert("db-down", P1);
    expect(page("on-call")).at("10:00");
    expect(page("on-call")).at("10:02");
    expect(allClear("on-call")).at("10:02");
    expect(page("devops-lead")).at("10:05");
    expect(page("tech-lead")).at("10:10");
    expect(page("duty-manager")).at("10:15");
    expect(page("duty-manager")).at("10:20");
    expect(allClear("duty-manager")).at("10:20");
    // the last rung had its ten minutes; half an hour later a new round begins
    expect(page("on-call")).at("11:00");
  }

  @Test
  void afterAShortOutageTheRungThatIsDueFires() {
    at("10:00").alert("db-down", P1);
    expect(page("on-call")).at("10:00");
    at("10:01").awayUntil("10:04");
    Notification late = expect(page("on-call")).at("10:04");
    assertThat(late.minutesLate()).isNull();
    expect(allClear("on-call")).at("10:04");
    expect(page("devops-lead")).at("10:07");
  }

  @Test
  void afterALongOutageANewRoundBeginsOnceAndSaysHowLateItIs() {
    at("10:00").alert("db-down", P1);
    expect(page("on-call")).at("10:00");
    at("10:01").awayUntil("10:42");
    Notification late = expect(page("on-call")).at("10:42");
    assertThat(late.minutesLate()).isEqualTo(40);
    expect(allClear("on-call")).at("10:42");
    expectSilenceUntil("10:43");
    expect(page("on-call")).at("10:44");
  }

  @Test
  @Tag("RUN-08.1d")
  void moreExpertiseAskedForCallsTheNextRungAndStartsNoClock() {
    at("10:00").alert("db-down", P1);
    expect(page("on-call")).at("10:00");
    acknowledgedBy("alice").at("10:01");
    expect(standDown("on-call")).at("10:01");
    at("10:05").command("alice", new CommandAction.Escalate("need the database people"));
    expect(page("on-call")).at("10:05");
    expect(allClear("on-call")).at("10:05");
    at("10:06").command("alice", new CommandAction.Escalate("somebody else"));
    expect(page("devops-lead")).at("10:06");
    expectSilenceUntil("12:00");
    expectState(IncidentState.ACKNOWLEDGED);
  }

  private java.util.List<String> called() {
    return team().events().stream()
        .filter(it -> it.change() instanceof IncidentChange.RungCalled)
        .map(it -> ((IncidentChange.RungCalled) it.change()).recipient())
        .toList();
  }

  private java.util.List<String> passed() {
    return team().events().stream()
        .filter(it -> it.change() instanceof IncidentChange.RungPassed)
        .map(it -> ((IncidentChange.RungPassed) it.change()).role())
        .toList();
  }
}
