package io.tocsin.statuspage.core;

import static io.tocsin.statuspage.Given.TEN;
import static io.tocsin.statuspage.Given.incident;
import static io.tocsin.statuspage.Given.judgedBy;
import static io.tocsin.statuspage.Given.p1;
import static io.tocsin.statuspage.Given.then;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.statuspage.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusBoardTest {
  private static final Instant LATER = TEN.plus(Duration.ofMinutes(20));
  private static final Instant MUCH_LATER = TEN.plus(Duration.ofMinutes(50));

  private final Policies policies = Given.policies();
  private final StatusBoard board = new StatusBoard(new Disclosure(() -> policies), Given.HISTORY);

  @Test
  @Tag("RUN-07.2a")
  void anOpenIncidentIsIdentifiedSinceItOpened() {
    board.apply(p1(1, "prescription-api"));

    assertThat(only().phases()).containsExactly(new PhaseChange(Phase.IDENTIFIED, TEN));
  }

  @Test
  @Tag("RUN-07.2a")
  @Tag("RUN-04.1a")
  void anAcknowledgedIncidentIsBeingInvestigated() {
    Incident open = p1(1, "prescription-api");
    board.apply(open);
    board.apply(then(open, IncidentState.ACKNOWLEDGED, LATER));

    assertThat(only().phases())
        .containsExactly(
            new PhaseChange(Phase.IDENTIFIED, TEN), new PhaseChange(Phase.INVESTIGATING, LATER));
  }

  @Test
  @Tag("RUN-07.2a")
  void anAcknowledgementTakenBackEndsNoInvestigation() {
    Incident taken = then(p1(1, "prescription-api"), IncidentState.ACKNOWLEDGED, LATER);
    board.apply(taken);
    board.apply(then(taken, IncidentState.OPEN, MUCH_LATER));

    assertThat(only().phase()).isEqualTo(Phase.INVESTIGATING);
    assertThat(only().updatedAt()).isEqualTo(LATER);
  }

  @ParameterizedTest
  @EnumSource(names = {"HOLD_DOWN", "MONITORING"})
  @Tag("RUN-07.2a")
  void aRecoveredIncidentIsMonitored(IncidentState recovered) {
    board.apply(then(p1(1, "prescription-api"), recovered, LATER));

    assertThat(only().phases())
        .containsExactly(
            new PhaseChange(Phase.IDENTIFIED, TEN), new PhaseChange(Phase.MONITORING, LATER));
  }

  @Test
  @Tag("RUN-07.2a")
  void aRelapseIsInvestigatedAgain() {
    Incident taken = then(p1(1, "prescription-api"), IncidentState.ACKNOWLEDGED, LATER);
    Incident watched = then(taken, IncidentState.MONITORING, MUCH_LATER);
    board.apply(watched);
    board.apply(then(watched, IncidentState.OPEN, MUCH_LATER.plusSeconds(60)));

    assertThat(only().phases())
        .containsExactly(
            new PhaseChange(Phase.IDENTIFIED, TEN),
            new PhaseChange(Phase.INVESTIGATING, LATER),
            new PhaseChange(Phase.MONITORING, MUCH_LATER),
            new PhaseChange(Phase.INVESTIGATING, MUCH_LATER.plusSeconds(60)));
  }

  @Test
  @Tag("RUN-07.2a")
  void whoeverTakesItAfterItsRecoveryTurnsNoPhaseBack() {
    Incident held = then(p1(1, "prescription-api"), IncidentState.HOLD_DOWN, LATER);
    Instant then = LATER.plusSeconds(5);
    Incident taken = then(held, IncidentState.ACKNOWLEDGED, then);
    board.apply(
        then(then(taken, IncidentState.MONITORING, then), IncidentState.RESOLVED, MUCH_LATER));

    assertThat(only().phases())
        .extracting(PhaseChange::phase)
        .containsExactly(Phase.IDENTIFIED, Phase.MONITORING, Phase.RESOLVED);
  }

  @Test
  @Tag("RUN-07.2a")
  void resolvedComesAfterTheWatch() {
    Incident watched = then(p1(1, "prescription-api"), IncidentState.MONITORING, LATER);
    board.apply(watched);
    assertThat(only().isResolved()).isFalse();
    board.apply(then(watched, IncidentState.RESOLVED, MUCH_LATER));

    assertThat(only().phases())
        .extracting(PhaseChange::phase)
        .containsExactly(Phase.IDENTIFIED, Phase.MONITORING, Phase.RESOLVED);
    assertThat(only().updatedAt()).isEqualTo(MUCH_LATER);
  }

  @Test
  void aResolvedIncidentIsKeptAsLongAsTheHistoryGoesBack() {
    board.apply(then(p1(1, "prescription-api"), IncidentState.RESOLVED, LATER));

    board.letGo(LATER.plus(Given.HISTORY.keptFor()));
    assertThat(board.listed()).hasSize(1);
    board.letGo(LATER.plus(Given.HISTORY.keptFor()).plusMillis(1));
    assertThat(board.listed()).isEmpty();
  }

  @Test
  void ofTooManyThatEndedTheLatestAreKeptAndNoneThatGoesOnIsLost() {
    StatusBoard small =
        new StatusBoard(new Disclosure(() -> policies), new History(Duration.ofDays(90), 2));
    small.apply(p1(9, "prescription-api"));
    for (int n = 1; n <= 4; n++) {
      small.apply(then(p1(n, "prescription-api"), IncidentState.RESOLVED, LATER.plusSeconds(n)));
      small.apply(then(p1(10 + n, "prescription-db"), IncidentState.RESOLVED, MUCH_LATER));
    }
    small.letGo(MUCH_LATER);

    assertThat(small.listed())
        .extracting(shown -> shown.incident().toString())
        .containsExactlyInAnyOrder("RX-3", "RX-4", "RX-9");
  }

  @Test
  void anIncidentReadBackFromTheTopicAloneLooksTheSame() {
    Incident open = p1(1, "prescription-api");
    Incident watched = then(open, IncidentState.MONITORING, LATER);
    Incident resolved = then(watched, IncidentState.RESOLVED, MUCH_LATER);
    List.of(open, watched, resolved).forEach(board::apply);
    StatusBoard rebuilt = new StatusBoard(new Disclosure(() -> policies), Given.HISTORY);
    rebuilt.apply(resolved);

    assertThat(rebuilt.listed()).isEqualTo(board.listed());
  }

  @Test
  void anOlderRevisionThatComesLateIsIgnored() {
    Incident open = p1(1, "prescription-api");
    board.apply(then(open, IncidentState.MONITORING, LATER));
    board.apply(open);

    assertThat(only().phase()).isEqualTo(Phase.MONITORING);
  }

  @Test
  void anOlderRevisionDoesNotBringBackWhatWasTakenFromThePage() {
    Incident open = p1(1, "prescription-api");
    board.apply(then(open, IncidentState.FALSE_ALARM, LATER));
    board.apply(open);

    assertThat(board.listed()).isEmpty();
  }

  @Test
  void aFalseAlarmLeavesThePage() {
    Incident open = p1(1, "prescription-api");
    board.apply(open);
    board.apply(then(open, IncidentState.FALSE_ALARM, LATER));

    assertThat(board.listed()).isEmpty();
  }

  @Test
  void aTombstoneLeavesThePage() {
    Incident open = p1(1, "prescription-api");
    board.apply(open);
    board.remove(open.id());

    assertThat(board.listed()).isEmpty();
  }

  @Test
  @Tag("MED-env")
  void whatIsNotProductionIsNeverPublic() {
    board.apply(incident(1, "prescription-api", "staging", Severity.P1, false));

    assertThat(board.listed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"security", "data-compromised"})
  void aSecurityOrPrivacyIncidentIsNotPublicAtAll(String fact) {
    board.apply(judgedBy(p1(1, "prescription-api"), "unavailable", fact));
    board.apply(judgedBy(p1(2, "prescription-api"), "unavailable"));

    assertThat(board.listed())
        .extracting(shown -> shown.incident().toString())
        .containsExactly("RX-2");
  }

  @Test
  void anUnknownLevelIsNotPublicUntilAPersonSetsIt() {
    board.apply(incident(1, "prescription-api", "production", Severity.P1, true));

    assertThat(board.listed()).isEmpty();
  }

  @Test
  void onlyTheLevelsThatTheTeamPublishesArePublic() {
    board.apply(incident(1, "prescription-api", "production", Severity.P2, false));
    board.apply(incident(2, "prescription-api", "production", Severity.P3, false));

    assertThat(board.listed()).extracting(PublicIncident::severity).containsOnly(Severity.P2);
  }

  @Test
  void aServiceThatIsNotPublicOrNotKnownIsNotShown() {
    board.apply(p1(1, "prescription-db"));
    board.apply(p1(2, "unknown"));

    assertThat(board.listed()).isEmpty();
  }

  private PublicIncident only() {
    List<PublicIncident> listed = board.listed();
    assertThat(listed).hasSize(1);
    return listed.get(0);
  }
}
