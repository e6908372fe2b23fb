package io.tocsin.escalationengine.scenario;

import static io.tocsin.contracts.events.Severity.P1;
import static io.tocsin.contracts.events.Severity.P2;
import static io.tocsin.contracts.events.Severity.P3;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Phase;
import io.tocsin.contracts.events.Update;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is told, asked and reminded, by channels that ring nobody. */
class TellingScenarioTest extends Scenario {
  private static final Set<Notification.Act> RINGING =
      EnumSet.of(Notification.Act.PAGE, Notification.Act.ACKNOWLEDGE, Notification.Act.RESOLVE);
  private static final Cause LEAKED = new Cause("the key had leaked", "another key");

  @BeforeEach
  void everyChannelWorks() {
    team().works(Channel.SLACK);
    team().works(Channel.EMAIL);
    team().works(Channel.GITHUB);
  }

  @Test
  @Tag("RUN-04.4a")
  @Tag("RUN-04.3")
  @Tag("RUN-07.3a")
  void aP1IsPostedTheLeadsAndTheProductOwnerAreToldAndATicketIsOpenedAtOnce() {
    at("03:00").alert("db-down", P1);
    assertThat(told(MessageKind.INCIDENT_MESSAGE))
        .containsExactlyInAnyOrder(
            "slack audience:incidents",
            "slack devops-lead",
            "email devops-lead",
            "slack tech-lead",
            "email tech-lead",
            "email product-owner");
    assertThat(told(MessageKind.TICKET)).containsExactly("github ticket");
    assertThat(incident().milestones().ticketedAt()).isEqualTo(team().now());
  }

  @Test
  @Tag("RUN-07.3a")
  void theExecutivesAreToldAfter28MinutesAlsoWhenSomebodyHasIt() {
    at("03:00").alert("db-down", P1);
    acknowledgedBy("on-call").at("03:01");
    at("03:27");
    assertThat(toldTo("executives")).isEmpty();
    at("03:28");
    assertThat(toldTo("executives")).containsExactly(MessageKind.INCIDENT_MESSAGE);
  }

  @Test
  @Tag("RUN-07.3a")
  void theExecutivesAreNotToldOfWhatWasLoweredMeanwhile() {
    at("03:00").alert("db-down", P1);
    acknowledgedBy("on-call").at("03:01");
    at("03:10").command("on-call", new CommandAction.ChangeSeverity(P2, "one region only"));
    at("05:00");
    assertThat(toldTo("executives")).isEmpty();
  }

  @Test
  void whatIsUnknownIsToldToTheTechnicalTeamOnly() {
    at("03:00").alertOfUnknownLevel("db-odd");
    assertThat(toldTo("product-owner")).isEmpty();
    at("03:05").command("on-call", new CommandAction.ChangeSeverity(P1, "it is real"));
    assertThat(toldTo("product-owner")).contains(MessageKind.INCIDENT_MESSAGE);
  }

  @Test
  @Tag("RUN-04.1a")
  @Tag("RUN-02.2")
  void whoeverTakesItIsAskedWhatNoAlertSaid() {
    at("03:00").alert("db-down", P1);
    acknowledgedBy("on-call").at("03:01");
    assertThat(told(MessageKind.ACKNOWLEDGED)).contains("slack audience:incidents");
    assertThat(of(MessageKind.QUESTIONS))
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.recipient()).isEqualTo("on-call");
              assertThat(asked.content().said().get("questions").lines())
                  .containsExactly("unavailable", "users", "security", "workaround", "impact");
            });
  }

  @Test
  @Tag("RUN-04.1a")
  void whoeverWasRungInPagerDutyAloneIsToldQuietlyWhoHasIt() {
    at("03:00").alert("db-down", P1);
    acknowledgedBy("devops-lead").at("03:01");
    assertThat(toldWhoHasIt("on-call"))
        .allSatisfy(told -> assertThat(told.content().owner()).isEqualTo("devops-lead"))
        .extracting(Notification::channel)
        .containsExactlyInAnyOrder(Channel.SLACK, Channel.EMAIL);
  }

  @Test
  @Tag("RUN-04.1a")
  void theOwnerIsToldWhenSomebodyElseTakesTheNextPage() {
    at("03:00").alert("db-slow", P2);
    acknowledgedBy("on-call").at("03:01");
    at("03:10").alert("db-slow", P1);
    acknowledgedBy("devops-lead").at("03:11");
    assertThat(toldWhoHasIt("on-call")).hasSize(2);
    assertThat(toldWhoHasIt("devops-lead")).isEmpty();
  }

  @Test
  @Tag("RUN-04.1a")
  void whoeverWasRungAfterItIsToldWhenSomebodyElseAnswersThatToo() {
    at("03:00").alert("db-down", P1);
    acknowledgedBy("on-call").at("03:01");
    at("03:02").command("on-call", new CommandAction.Escalate("the replica is gone as well"));
    at("03:03").command("on-call", new CommandAction.Escalate("and nobody answered"));
    acknowledgedBy("tech-lead").at("03:04");
    assertThat(toldWhoHasIt("devops-lead")).hasSize(2);
    assertThat(toldWhoHasIt("on-call")).isEmpty();
  }

  @Test
  @Tag("RUN-04.1a")
  void whoeverHasItIsNotToldSo() {
    at("03:00").alert("db-down", P1);
    acknowledgedBy("on-call").at("03:01");
    assertThat(toldTo("on-call")).doesNotContain(MessageKind.ACKNOWLEDGED);
  }

  @Test
  @Tag("RUN-04.1a")
  void whoeverWasCalledByPhoneIsToldThereAndNotTwice() {
    team().works(Channel.PHONE);
    at("03:00").alert("db-down", P1);
    acknowledgedBy("devops-lead").at("03:03");
    assertThat(toldTo("on-call")).doesNotContain(MessageKind.ACKNOWLEDGED);
    assertThat(of(MessageKind.ACKNOWLEDGED))
        .filteredOn(it -> it.act() == Notification.Act.ACKNOWLEDGE)
        .filteredOn(it -> it.recipient().equals("on-call"))
        .extracting(Notification::channel)
        .contains(Channel.PHONE);
  }

  @Test
  @Tag("RUN-02.2")
  void answersAreShownAndEndTheAsking() {
    at("03:00").alert("db-down", P1);
    at("03:02")
        .command(
            "on-call",
            new CommandAction.Assess(
                Map.of(
                    "unavailable", "yes",
                    "users", "1200",
                    "security", "no",
                    "workaround", "no",
                    "impact", "nobody gets a prescription")));
    assertThat(incident().assessment().answers()).containsKey("users");
    assertThat(incident().assessment().open()).isEmpty();
    assertThat(incident().milestones().assessedAt()).isEqualTo(team().now());
    assertThat(
            isRefusal(
                at("03:03").command("on-call", new CommandAction.Assess(Map.of("mood", "low")))))
        .isTrue();
  }

  @Test
  @Tag("RUN-04.0")
  void whatIsMissingOfTheFirstFiveMinutesIsReminded() {
    at("03:00").alert("db-down", P1);
    acknowledgedBy("on-call").at("03:01");
    at("03:05");
    assertThat(of(MessageKind.REMINDER))
        .singleElement()
        .satisfies(
            reminder -> {
              assertThat(reminder.recipient()).isEqualTo("on-call");
              assertThat(reminder.content().said()).containsEntry("missing", "assessed");
            });
  }

  @Test
  @Tag("RUN-04.4c")
  void aP3IsAssignedToWhoOwnsTheServiceAndRingsNobody() {
    on("2026-03-03");
    at("10:00").alert("feature", P3);
    assertThat(incident().response().owner().id()).isEqualTo("tech-lead");
    assertThat(incident().state()).isEqualTo(IncidentState.OPEN);
    assertThat(of(MessageKind.PAGE)).extracting(Notification::channel).containsOnly(Channel.SLACK);
  }

  @Test
  @Tag("RUN-07.1b")
  void anUpdateGoesToTheTeamOrToTheAudienceThatItIsFor() {
    at("03:00").alert("db-down", P1);
    at("03:10").command("on-call", update(null));
    at("03:11").command("on-call", update("executives"));
    assertThat(told(MessageKind.UPDATE)).containsExactly("slack audience:incidents");
    assertThat(told(MessageKind.STAKEHOLDER_NOTICE)).containsExactly("email executives");
    assertThat(incident().briefing().impact()).isEqualTo("nobody can log in");
    assertThat(isRefusal(at("03:12").command("on-call", update("everybody")))).isTrue();
  }

  @Test
  @Tag("RUN-05.3")
  void aFindingGoesToTheTicketAndTheThreads() {
    at("03:00").alert("db-down", P1);
    at("03:10").command("on-call", new CommandAction.RecordFinding("the pool is full"));
    assertThat(told(MessageKind.FINDING))
        .containsExactlyInAnyOrder(
            "slack audience:incidents", "slack devops-lead", "slack tech-lead", "github ticket");
  }

  @Test
  @Tag("MHV-res")
  @Tag("RUN-09.3")
  void theResolutionReachesEveryoneWhoWasTold() {
    at("03:00").alert("db-down", P1);
    acknowledgedBy("on-call").at("03:01");
    at("03:30");
    at("03:40").recovers("db-down");
    at("04:10");
    expectState(IncidentState.RESOLVED);
    assertThat(told(MessageKind.RESOLUTION_NOTICE))
        .contains("slack audience:incidents", "email product-owner", "email executives")
        .doesNotHaveDuplicates();
  }

  @Test
  @Tag("RUN-09.2")
  void theTicketIsClosedWithCauseAndDurationOnceTheyAreSaid() {
    at("03:00").alert("db-down", P1);
    acknowledgedBy("on-call").at("03:01");
    at("03:10").recovers("db-down");
    at("03:40");
    assertThat(isRefusal(at("03:41").command("on-call", new CommandAction.Close(Cause.UNSAID))))
        .isTrue();
    at("03:42")
        .command(
            "on-call", new CommandAction.Close(new Cause("the pool was full", "it was restarted")));
    expectState(IncidentState.CLOSED);
    assertThat(of(MessageKind.TICKET_CLOSED))
        .singleElement()
        .satisfies(
            closed ->
                assertThat(closed.content().said())
                    .containsEntry("root-cause", "the pool was full")
                    .containsKey("incident-end"));
  }

  @Test
  @Tag("RUN-07.2a")
  void thePhasesFollowWhatIsDoneAndWhatPeopleSay() {
    at("03:00").alert("db-down", P1);
    acknowledgedBy("on-call").at("03:01");
    at("03:05").command("on-call", new CommandAction.EnterPhase(Phase.ROOT_CAUSE_IDENTIFIED));
    at("03:06").command("on-call", new CommandAction.EnterPhase(Phase.IMPLEMENTING_FIX));
    at("03:10").recovers("db-down");
    at("03:40");
    assertThat(incident().phases().stream().map(entered -> entered.phase()))
        .containsExactly(Phase.values());
  }

  @Test
  @Tag("RUN-08.1e")
  void securityRestrictsWhoIsToldAndCallsTheNextRung() {
    at("03:00").alert("db-down", P1);
    acknowledgedBy("on-call").at("03:01");
    int before = team().sent().size();
    at("03:02").command("on-call", new CommandAction.Assess(Map.of("security", "yes")));
    assertThat(incident().restricted()).isTrue();
    assertThat(team().sent().subList(before, team().sent().size()))
        .anyMatch(sent -> sent.notification().act() == Notification.Act.PAGE);
    int restricted = team().sent().size();
    at("03:05").command("on-call", update(null));
    assertThat(team().sent().subList(restricted, team().sent().size()))
        .filteredOn(sent -> sent.notification().act() == Notification.Act.TELL)
        .extracting(sent -> sent.notification().recipient())
        .doesNotContain("audience:incidents");
  }

  @Test
  @Tag("RUN-08.1e")
  void whatRingsAndTheTicketSayOfARestrictedIncidentOnlyThatItIs() {
    at("03:00").alert("db-down", P1);
    acknowledgedBy("on-call").at("03:01");
    at("03:02").command("on-call", new CommandAction.Assess(Map.of("security", "yes")));
    int restricted = team().sent().size();
    at("03:04").command("on-call", new CommandAction.Escalate("records of patients were read"));
    at("03:05").command("on-call", new CommandAction.RecordFinding("the key had leaked"));
    at("03:10").recovers("db-down");
    at("03:11").command("on-call", new CommandAction.Resolve("the key is changed", LEAKED));
    at("03:12").command("on-call", new CommandAction.Close(LEAKED));
    List<Notification> later =
        team().sent().stream().skip(restricted).map(sent -> sent.notification()).toList();
    assertThat(later).anyMatch(sent -> sent.act() == Notification.Act.PAGE);
    assertThat(later).anyMatch(sent -> sent.recipient().equals("ticket"));
    assertThat(later)
        .filteredOn(sent -> RINGING.contains(sent.act()) || sent.recipient().equals("ticket"))
        .allSatisfy(
            sent -> {
              assertThat(sent.content().title()).isEqualTo("restricted incident");
              assertThat(sent.content().said()).doesNotContainKeys("finding", "root-cause");
              assertThat(sent.toString()).doesNotContain("patients", "leaked", "db-down");
            });
  }

  @Test
  @Tag("RUN-08.1e")
  void whatManyReadIsEditedWhenItBecomesRestrictedAndSaysNoMoreFromThenOn() {
    at("03:00").alert("db-down", P1);
    acknowledgedBy("on-call").at("03:01");
    int before = team().sent().size();
    at("03:02").command("on-call", new CommandAction.Assess(Map.of("security", "yes")));
    assertThat(refreshed(before)).contains("audience:incidents", "ticket");
    at("03:05").recovers("db-down");
    assertThat(sentSince(before))
        .filteredOn(sent -> List.of("audience:incidents", "ticket").contains(sent.recipient()))
        .hasSizeGreaterThan(2)
        .allSatisfy(sent -> assertThat(sent.content().title()).isEqualTo("restricted incident"));
  }

  @Test
  @Tag("RUN-08.1e")
  void aChannelThatIsRungHearsNoMoreOfWhatIsRestrictedEither() {
    on("2026-03-03");
    at("10:00").alert("feature", P3);
    acknowledgedBy("tech-lead").at("10:01");
    int before = team().sent().size();
    at("10:02").command("tech-lead", new CommandAction.Assess(Map.of("security", "yes")));
    at("10:05").recovers("feature");
    assertThat(refreshed(before)).contains("product-channel");
    assertThat(sentSince(before))
        .filteredOn(sent -> sent.recipient().equals("product-channel"))
        .allSatisfy(sent -> assertThat(sent.content().title()).isEqualTo("restricted incident"));
  }

  @Test
  @Tag("RUN-04.1b")
  void takingTheAcknowledgementBackRingsAgain() {
    at("03:00").alert("db-down", P1);
    acknowledgedBy("on-call").at("03:01");
    at("03:02").command("on-call", new CommandAction.Unacknowledge());
    expectState(IncidentState.OPEN);
    assertThat(incident().response().owner()).isNull();
    assertThat(incident().pageCount()).isEqualTo(2);
  }

  @Test
  void resolvePressedElsewhereWhileAlertsFireIsAnAcknowledgementAndAQuestion() {
    at("03:00").alert("db-down", P1);
    at("03:02").command("on-call", new CommandAction.ReportRecovery());
    expectState(IncidentState.ACKNOWLEDGED);
    assertThat(of(MessageKind.QUESTIONS))
        .anyMatch(asked -> asked.content().said().containsKey("question"));
  }

  private List<Notification> toldWhoHasIt(String recipient) {
    return of(MessageKind.ACKNOWLEDGED).stream()
        .filter(it -> it.act() == Notification.Act.TELL && it.recipient().equals(recipient))
        .toList();
  }

  private List<Notification> sentSince(int before) {
    return team().sent().stream().skip(before).map(sent -> sent.notification()).toList();
  }

  private List<String> refreshed(int before) {
    return sentSince(before).stream()
        .filter(sent -> sent.act() == Notification.Act.REFRESH)
        .map(Notification::recipient)
        .toList();
  }

  private static CommandAction update(String audience) {
    return new CommandAction.PostUpdate(
        new Update(audience, "Investigating", "nobody can log in", "restarted it", null, null));
  }

  private List<String> told(MessageKind kind) {
    return of(kind).stream()
        .filter(it -> it.act() == Notification.Act.TELL)
        .map(it -> it.channel().wireName() + " " + it.recipient())
        .toList();
  }

  private List<MessageKind> toldTo(String recipient) {
    return team().sent().stream()
        .map(sent -> sent.notification())
        .filter(it -> it.recipient().equals(recipient) && it.act() == Notification.Act.TELL)
        .map(it -> it.content().kind())
        .toList();
  }

  private List<Notification> of(MessageKind kind) {
    return team().sent().stream()
        .map(sent -> sent.notification())
        .filter(it -> it.act() != Notification.Act.REFRESH)
        .filter(it -> it.content().kind() == kind)
        .toList();
  }
}
