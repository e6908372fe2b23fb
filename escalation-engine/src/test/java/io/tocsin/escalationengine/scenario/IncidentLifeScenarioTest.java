package io.tocsin.escalationengine.scenario;

import static io.tocsin.contracts.events.IncidentState.ACKNOWLEDGED;
import static io.tocsin.contracts.events.IncidentState.FALSE_ALARM;
import static io.tocsin.contracts.events.IncidentState.HOLD_DOWN;
import static io.tocsin.contracts.events.IncidentState.MONITORING;
import static io.tocsin.contracts.events.IncidentState.OPEN;
import static io.tocsin.contracts.events.IncidentState.RESOLVED;
import static io.tocsin.contracts.events.Severity.P1;
import static io.tocsin.contracts.events.Severity.P2;
import static io.tocsin.contracts.events.Severity.P3;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.AlertDisposition.Outcome;
import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Signal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the first alert to the end. */
class IncidentLifeScenarioTest extends Scenario {

  @Test
  @Tag("RUN-06.3")
  void recoveredAndWatchedForHalfAnHourItIsResolved() {
    at("10:00").alert("db-down", P1);
    expect(page("on-call")).at("10:00");
    acknowledgedBy("alice").at("10:01");
    expect(standDown("on-call")).at("10:01");
    at("10:20").recovers("db-down");
    expectState(MONITORING);
    expectSilenceUntil("10:49");
    expect(allClear("on-call")).at("10:50");
    expectState(RESOLVED);
  }

  @Test
  @Tag("RUN-06.3")
  void aRelapsePutsItBackRingsAgainAndRestartsTheWatch() {
    at("10:00").alert("db-down", P1);
    expect(page("on-call")).at("10:00");
    acknowledgedBy("alice").at("10:01");
    expect(standDown("on-call")).at("10:01");
    at("10:20").recovers("db-down");
    at("10:40").alert("db-down", P1);
    expect(page("on-call")).at("10:40");
    expect(allClear("on-call")).at("10:40");
    assertThat(incident().episode()).isEqualTo(2);
    acknowledgedBy("alice").at("10:41");
    expect(standDown("on-call")).at("10:41");
    at("10:45").recovers("db-down");
    expectSilenceUntil("11:14");
    expect(allClear("on-call")).at("11:15");
  }

  @Test
  void recoveredBeforeAnyoneAcknowledgedTheLadderStopsAtOnce() {
    at("10:00").alert("db-down", P1);
    expect(page("on-call")).at("10:00");
    at("10:01").recovers("db-down");
    expect(allClear("on-call")).at("10:01");
    expectState(HOLD_DOWN);
    expectSilenceUntil("10:05");
    at("10:06");
    expectState(RESOLVED);
  }

  @Test
  void aFlappingAlertRingsNoMoreOftenThanTheFirstRungWaits() {
    at("10:00").alert("flap", P1);
    expect(page("on-call")).at("10:00");
    at("10:00:20").recovers("flap");
    expect(allClear("on-call")).at("10:00:20");
    at("10:00:40").alert("flap", P1);
    at("10:00:50").recovers("flap");
    at("10:01:00").alert("flap", P1);
    expect(page("on-call")).at("10:02");
  }

  @Test
  void aRecoveryOfOneOfTwoAlertsEndsNothing() {
    at("10:00").alert("first", P1).alert("second", P1);
    expect(page("on-call")).at("10:00");
    acknowledgedBy("alice").at("10:01");
    expect(standDown("on-call")).at("10:01");
    at("10:05").recovers("first");
    expectState(ACKNOWLEDGED);
    at("10:06").recovers("second");
    expectState(MONITORING);
  }

  @Test
  void anotherAlertOfTheServiceJoinsTheIncidentAndRingsNobody() {
    at("10:00").alert("first", P1);
    expect(page("on-call")).at("10:00");
    at("10:01").alert("second", P1);
    expectSilenceUntil("10:01:59");
    assertThat(incident().alerts().firing()).isEqualTo(2);
    assertThat(team().incidents()).hasSize(1);
  }

  @Test
  @Tag("RUN-08.1c")
  void anAlertOfAHigherLevelRaisesTheIncidentAndRingsInSpiteOfAnAcknowledgement() {
    at("10:00").alert("slow", P2);
    expect(page("on-call")).at("10:00");
    acknowledgedBy("alice").at("10:01");
    expect(standDown("on-call")).at("10:01");
    at("10:10").alert("down", P1);
    expect(page("on-call")).at("10:10");
    expectState(OPEN);
    assertThat(incident().assessment().severity()).isEqualTo(P1);
    assertThat(incident().response().owner().id()).isEqualTo("alice");
  }

  @Test
  @Tag("RUN-08.1c")
  void whatAPersonLoweredIsNotRaisedAgainByTheSameAlert() {
    at("10:00").alert("down", P1);
    expect(page("on-call")).at("10:00");
    at("10:01").command("alice", new CommandAction.ChangeSeverity(P2, "one region only"));
    at("10:02").says("down", Signal.RENOTIFIED);
    assertThat(incident().assessment().severity()).isEqualTo(P2);
  }

  @Test
  void onlyAPersonLowersTheLevel() {
    at("10:00").alert("down", P1).saysAgain("down", Signal.WARNED, P3);
    assertThat(incident().assessment().severity()).isEqualTo(P1);
    assertThat(incident().alerts().firing()).isEqualTo(1);
  }

  @Test
  void aFalseAlarmEndsInOneStepAndStaysQuietWhileItStillFires() {
    at("10:00").alert("noise", P1);
    expect(page("on-call")).at("10:00");
    at("10:01").command("alice", new CommandAction.MarkFalseAlarm("a test in production"));
    expect(allClear("on-call")).at("10:01");
    expectState(FALSE_ALARM);
    at("10:30").says("noise", Signal.RENOTIFIED);
    expectSilenceUntil("11:00");
    at("11:00").recovers("noise");
    at("11:10").alert("noise", P1);
    expect(page("on-call")).at("11:10");
    assertThat(incident("RX-2").subject().occurrence()).isEqualTo(2);
  }

  @Test
  void resolveIsRefusedWhileAnAlertFires() {
    at("10:00").alert("down", P1);
    IncidentEvent answer =
        at("10:01").command("alice", new CommandAction.Resolve("looks fine to me", Cause.UNSAID));
    assertThat(isRefusal(answer)).isTrue();
    assertThat(answer.reason().text()).contains("still fires").contains("false alarm");
    expectState(OPEN);
  }

  @Test
  void resolveEndsTheWatch() {
    at("10:00").alert("down", P1);
    expect(page("on-call")).at("10:00");
    acknowledgedBy("alice").at("10:01");
    expect(standDown("on-call")).at("10:01");
    at("10:10").recovers("down");
    at("10:12").command("alice", new CommandAction.Resolve("fixed by the roll-back", Cause.UNSAID));
    expect(allClear("on-call")).at("10:12");
    expectState(RESOLVED);
  }

  @Test
  void theNextAlertAfterTheEndIsANewOccurrence() {
    at("10:00").alert("down", P1);
    at("10:01").recovers("down");
    at("11:00").alert("down", P1);
    assertThat(incident("RX-2").subject().occurrence()).isEqualTo(2);
    assertThat(incident("RX-2").state()).isEqualTo(OPEN);
  }

  @Test
  @Tag("RUN-04.1a")
  void aSecondAcknowledgementIsShownAndChangesNoOwner() {
    at("10:00").alert("down", P1);
    acknowledgedBy("alice").at("10:01");
    IncidentEvent second = at("10:02").command("bob", new CommandAction.Acknowledge());
    assertThat(second.change()).isInstanceOf(IncidentChange.AcknowledgementNoted.class);
    assertThat(incident().response().owner().id()).isEqualTo("alice");
    assertThat(team().sent())
        .filteredOn(sent -> sent.notification().act() == Notification.Act.ACKNOWLEDGE)
        .isNotEmpty()
        .allMatch(sent -> "alice".equals(sent.notification().content().owner()));
  }

  @Test
  void handingOverIsExplicit() {
    at("10:00").alert("down", P1);
    acknowledgedBy("alice").at("10:01");
    at("10:02").command("alice", new CommandAction.HandOver("bob"));
    assertThat(incident().response().owner().id()).isEqualTo("bob");
    assertThat(isRefusal(at("10:03").command("alice", new CommandAction.HandOver("bob")))).isTrue();
  }

  @Test
  @Tag("RUN-03.3")
  void anEngineerDeclaresAnIncidentAndTheLadderRuns() {
    at("10:00");
    team()
        .command(
            null,
            "alice",
            new CommandAction.Declare("checkout looks odd", "patient-portal", "production", P1));
    expect(page("on-call")).at("10:00");
    assertThat(incident().subject().origin()).isEqualTo("declared");
    acknowledgedBy("alice").at("10:01");
    expect(standDown("on-call")).at("10:01");
    at("10:30").command("alice", new CommandAction.Resolve("it was the cache", Cause.UNSAID));
    expect(allClear("on-call")).at("10:30");
  }

  @Test
  @Tag("MED-env")
  void whatIsDeclaredOutsideProductionIsAtMostP4() {
    at("10:00");
    team()
        .command(null, "alice", new CommandAction.Declare("staging is down", null, "staging", P1));
    assertThat(incident().assessment().severity().name()).isEqualTo("P4");
    expectSilenceUntil("23:00");
  }

  @Test
  void repeatsMakeAnEventAtTenAndAHundredOnly() {
    at("10:00").alert("down", P1);
    for (int i = 0; i < 150; i++) {
      at("10:00").says("down", Signal.RENOTIFIED);
    }
    assertThat(team().events())
        .filteredOn(it -> it.change() instanceof IncidentChange.AlertRepeated)
        .extracting(it -> ((IncidentChange.AlertRepeated) it.change()).count())
        .containsExactly(10L, 100L);
    assertThat(team().dispositions())
        .filteredOn(it -> it.outcome() == Outcome.REPEATED)
        .hasSize(150);
  }

  @Test
  void noDataAndWarningsAreNoRecovery() {
    at("10:00").alert("down", P1);
    at("10:01").says("down", Signal.NO_DATA).says("down", Signal.WARNED);
    assertThat(incident().alerts().firing()).isEqualTo(1);
    expectState(OPEN);
  }

  @Test
  void aNoticeOpensNoIncidentAndIsKept() {
    at("10:00").says("deployed", Signal.NOTICE);
    assertThat(team().incidents()).isEmpty();
    assertThat(team().dispositions())
        .extracting(it -> it.outcome())
        .containsExactly(Outcome.RECORDED);
  }

  @Test
  void everyCommandOnWhatIsOverIsRefusedWithAReason() {
    at("10:00").alert("down", P1);
    at("10:01").recovers("down");
    at("10:30");
    IncidentEvent answer = at("10:31").command("alice", new CommandAction.Acknowledge());
    assertThat(isRefusal(answer)).isTrue();
    assertThat(answer.reason().name()).isEqualTo("over");
  }
}
