package io.tocsin.escalationengine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.DeliveryReceipt.Outcome;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Page;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.escalationengine.scenario.Alerts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a call that its provider took: it rings, somebody hears it, or nobody does. */
@Tag("RUN-08.2")
class UnansweredCallTest {
  private static final TeamCode TEAM = new TeamCode("RX");
  private static final Policies POLICIES = RandomHistory.shipped();
  private static final Rulebook RULEBOOK = new Rulebook(POLICIES, POLICIES);
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private Incident incident;
  private Notification page;

  /** On-call's first page, which its provider has taken. */
  @BeforeEach
  void openAndAccept() {
    Decision opened =
        Escalation.decide(
            null,
            new Stimulus.AlertArrived(
                new Alerts(TEAM, POLICIES.hash())
                    .of("prescription-api", "down", Signal.TRIGGERED, Severity.P1, NOW)),
            Surroundings.NOTHING,
            NOW,
            RULEBOOK);
    page =
        opened.notifications().stream()
            .filter(it -> it.act() == Notification.Act.PAGE)
            .findFirst()
            .orElseThrow();
    incident = opened.after();
    incident = receipt(page, Outcome.DELIVERED).after();
  }

  @Test
  void aCallThatNobodyAnsweredIsFollowedByTheNextMethodAtOnce() {
    Decision after = receipt(page, Outcome.FAILED);
    assertThat(after.notifications())
        .singleElement()
        .satisfies(
            next -> {
              assertThat(next.act()).isEqualTo(Notification.Act.PAGE);
              assertThat(next.channel()).isEqualTo(Channel.PHONE);
              assertThat(next.requestedAt()).isEqualTo(NOW);
            });
    assertThat(settled(after)).containsExactly(Outcome.FAILED);
  }

  @Test
  @Tag("RUN-04.1a")
  void whoDidNotAnswerIsToldWhoHasItAllTheSame() {
    incident = receipt(page, Outcome.FAILED).after();
    assertThat(incident.pages()).extracting(Page::n).containsExactly(1, 2);
    assertThat(acknowledge().notifications())
        .filteredOn(it -> it.act() == Notification.Act.ACKNOWLEDGE)
        .flatExtracting(Notification::pages)
        .contains(1, 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"ARRIVED", "HEARD"})
  void thatItRangAndWasHeardIsOnTheTimelineAndCallsNobody(Outcome outcome) {
    Decision after = receipt(page, outcome);
    assertThat(settled(after)).containsExactly(outcome);
    assertThat(after.notifications()).isEmpty();
    assertThat(after.after().pages()).isEqualTo(incident.pages());
    assertThat(after.after().ladder()).isEqualTo(incident.ladder());
  }

  @Test
  void aCallThatRangBeforeItsProviderSaidItTookItIsStillTaken() {
    incident = receipt(page, Outcome.FAILED).after();
    Page second = incident.pages().get(1);
    Notification call = asked(second);
    incident = receipt(call, Outcome.ARRIVED).after();
    assertThat(incident.pages().get(1).accepted()).isFalse();
    incident = receipt(call, Outcome.DELIVERED).after();
    assertThat(incident.pages()).extracting(Page::accepted).containsExactly(true, true);
  }

  @Test
  void onceSomebodyHasItAnUnansweredCallCallsNobody() {
    incident = acknowledge().after();
    assertThat(receipt(page, Outcome.FAILED).notifications()).isEmpty();
  }

  @Test
  void anOlderUnansweredCallDoesNotHurryTheLadder() {
    incident = receipt(page, Outcome.FAILED).after();
    Decision again = receipt(page, Outcome.FAILED);
    assertThat(again.notifications()).isEmpty();
    assertThat(again.after().pageCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"DELIVERED", "UNKNOWN", "DROPPED"})
  void theProvidersFirstWordSaidAgainIsNothing(Outcome outcome) {
    assertThat(receipt(page, outcome).events()).isEmpty();
  }

  private static List<Outcome> settled(Decision decision) {
    return decision.events().stream()
        .filter(it -> it.change() instanceof IncidentChange.PageSettled)
        .map(it -> ((IncidentChange.PageSettled) it.change()).outcome())
        .toList();
  }

  /** The same call as it was asked for. */
  private Notification asked(Page called) {
    return new Notification(
        called.notification(),
        incident.id(),
        called.notification().sequence(),
        called.channel(),
        called.recipient(),
        Notification.Act.PAGE,
        List.of(called.n()),
        page.content(),
        null,
        page.reason(),
        NOW,
        page.policy());
  }

  private Decision receipt(Notification of, Outcome outcome) {
    return Escalation.decide(
        incident,
        new Stimulus.ReceiptReceived(
            DeliveryReceipt.to(of, outcome, "CA1", new Reason("no-answer", "nobody"), NOW)),
        Surroundings.NOTHING,
        NOW,
        RULEBOOK);
  }

  private Decision acknowledge() {
    return Escalation.decide(
        incident,
        new Stimulus.CommandReceived(
            new IncidentCommand(
                "c-1",
                TEAM,
                incident.id(),
                new Actor("on-call", "phone"),
                NOW,
                new CommandAction.Acknowledge())),
        Surroundings.NOTHING,
        NOW,
        RULEBOOK);
  }
}
