package io.tocsin.escalationengine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Incident;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a provider may have taken although it did not say so. */
class DoubtTest {
  private static final TeamCode TEAM = new TeamCode("RX");
  private static final Policies POLICIES = RandomHistory.shipped();
  private static final Rulebook RULEBOOK = new Rulebook(POLICIES, POLICIES);
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  @Tag("RUN-04.1a")
  void aPageInDoubtMovesTheLadderOnAndIsAcknowledgedWithTheOthers() {
    Decision opened = open();
    Decision after = receipt(opened, DeliveryReceipt.Outcome.UNKNOWN);
    assertThat(after.notifications())
        .singleElement()
        .satisfies(it -> assertThat(it.act()).isEqualTo(Notification.Act.PAGE));
    Decision taken = acknowledge(after.after());
    assertThat(taken.notifications())
        .filteredOn(it -> it.act() == Notification.Act.ACKNOWLEDGE)
        .flatExtracting(Notification::pages)
        .contains(1, 2);
  }

  @Test
  void aPageThatFailedIsForgotten() {
    Decision after = receipt(open(), DeliveryReceipt.Outcome.FAILED);
    assertThat(after.after().pages()).extracting(Page::n).containsExactly(2);
  }

  private static Decision open() {
    return Escalation.decide(
        null,
        new Stimulus.AlertArrived(
            new Alerts(TEAM, POLICIES.hash())
                .of("prescription-api", "down", Signal.TRIGGERED, Severity.P1, NOW)),
        Surroundings.NOTHING,
        NOW,
        RULEBOOK);
  }

  private static Decision receipt(Decision opened, DeliveryReceipt.Outcome outcome) {
    Notification page = opened.notifications().get(0);
    return Escalation.decide(
        opened.after(),
        new Stimulus.ReceiptReceived(
            new DeliveryReceipt(
                page.id(),
                page.incident(),
                page.channel(),
                page.recipient(),
                page.act(),
                page.pages(),
                outcome,
                null,
                new Reason("timed-out", "no answer in time"),
                NOW)),
        Surroundings.NOTHING,
        NOW,
        RULEBOOK);
  }

  private static Decision acknowledge(Incident incident) {
    return Escalation.decide(
        incident,
        new Stimulus.CommandReceived(
            new IncidentCommand(
                "c-1",
                TEAM,
                incident.id(),
                new Actor("alice", "api"),
                NOW,
                new CommandAction.Acknowledge())),
        Surroundings.NOTHING,
        NOW,
        RULEBOOK);
  }
}
