package io.tocsin.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.conduct.Audience;
import io.tocsin.contracts.policy.conduct.Confirmation;
import io.tocsin.contracts.policy.conduct.EscalateWhen;
import io.tocsin.contracts.policy.conduct.FirstResponse;
import io.tocsin.contracts.policy.conduct.PublicPage;
import io.tocsin.contracts.policy.conduct.Review;
import io.tocsin.contracts.policy.conduct.Role;
import io.tocsin.contracts.policy.conduct.Telling;
import io.tocsin.contracts.policy.conduct.Telling.Occasion;
import io.tocsin.contracts.policy.conduct.WarRoom;
import io.tocsin.contracts.policy.runbook.Runbooks;
import io.tocsin.contracts.policy.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the shipped policies say of an incident's life beyond levels and ladders. */
class ShippedConductTest {
  private static final TeamPolicy RX = Shipped.digitalPrescriptions();
  private static final TeamPolicy HP = team("HP");
  private static final TeamPolicy MS = team("MS");

  @Test
  @Tag("RUN-04.4a")
  @Tag("RUN-04.4b")
  @Tag("RUN-07.3a")
  @Tag("RUN-07.3b")
  void theMatrixTellsEachLevelsPeopleInTheirTime() {
    assertThat(opened(RX, Severity.P1))
        .containsExactly("0 incidents", "0 leads", "0 product-owner", "28 executives");
    assertThat(opened(RX, Severity.P2))
        .containsExactly("0 incidents", "0 devops-lead", "25 product-owner");
    assertThat(slack(RX, "incidents")).isEqualTo("#incidents");
  }

  @Test
  void whileTheLevelIsUnknownNobodyBeyondTheTechnicalTeamIsTold() {
    assertThat(RX.level(Severity.P1).tell())
        .filteredOn(Telling::whenUnknown)
        .extracting(Telling::audience)
        .containsExactly("incidents", "leads");
    assertThat(RX.level(Severity.P1).updates())
        .filteredOn(duty -> duty.whenUnknown())
        .extracting(duty -> duty.audience())
        .containsExactly("incidents");
  }

  @Test
  @Tag("RUN-04.4c")
  void aSmallIncidentIsPostedInTheProductsChannelAndAssigned() {
    assertThat(RX.level(Severity.P3).ladder().get(0).role()).isEqualTo("product-channel");
    assertThat(slack(RX, "portals")).isEqualTo("#digital-prescription-portals");
    assertThat(RX.conduct().firstResponse().assign())
        .containsExactlyInAnyOrder(Severity.P3, Severity.P4);
  }

  @Test
  @Tag("RUN-07.1a")
  @Tag("RUN-07.3a")
  @Tag("RUN-07.3b")
  void updatesAreOwedAsOftenAsTheRunbookSays() {
    assertThat(updates(Severity.P1)).containsExactly("15 incidents", "60 stakeholders");
    assertThat(updates(Severity.P2)).containsExactly("30 incidents", "120 product-owner");
    assertThat(updates(Severity.P3)).containsExactly("60 incidents");
    assertThat(updates(Severity.P4)).containsExactly("60 incidents");
  }

  @Test
  @Tag("MHV-res")
  @Tag("RUN-10.1b")
  void whoIsToldOfAnIncidentIsToldOfItsEnd() {
    for (TeamPolicy team : List.of(RX, HP, MS)) {
      for (Severity severity : Severity.values()) {
        List<Telling> tell = team.level(severity).tell();
        assertThat(audiences(tell, Occasion.RESOLVED))
            .as("%s %s", team.code(), severity)
            .containsAll(audiences(tell, Occasion.OPENED));
      }
    }
    List<Telling> p1 = RX.level(Severity.P1).tell();
    assertThat(audiences(p1, Occasion.REVIEW_SHARED)).isEqualTo(audiences(p1, Occasion.RESOLVED));
  }

  @Test
  @Tag("RUN-04.0")
  @Tag("RUN-04.1b")
  @Tag("RUN-08.1a")
  void theFirstFiveMinutesAndTheTriggersAreTheRunbooks() {
    assertThat(RX.conduct().firstResponse().within()).isEqualTo(Duration.ofMinutes(5));
    assertThat(RX.conduct().firstResponse().steps()).containsOnly(FirstResponse.Step.values());
    assertThat(RX.conduct().firstResponse().reactions()).containsExactly("eyes");
    assertThat(RX.conduct().escalateWhen()).containsOnly(EscalateWhen.values());
  }

  @Test
  @Tag("RUN-08.1b")
  @Tag("RUN-11b")
  @Tag("RUN-11c")
  void whatAnIncidentIsHeldAgainstIsTheRunbooks() {
    assertThat(RX.level(Severity.P1).resolveWithin()).isEqualTo(Duration.ofHours(1));
    assertThat(RX.level(Severity.P2).resolveWithin()).isEqualTo(Duration.ofHours(4));
    assertThat(RX.conduct().targets().detect()).isEqualTo(Duration.ofMinutes(5));
    assertThat(RX.conduct().targets().acknowledge())
        .isEqualTo(Map.of(Severity.P1, Duration.ofMinutes(2), Severity.P2, Duration.ofMinutes(2)));
    assertThat(RX.conduct().targets().recurrencePercent()).isEqualTo(10);
  }

  @Test
  @Tag("RUN-08.3a")
  @Tag("RUN-08.3b")
  @Tag("MHV-chat")
  void aWarRoomIsMadeWhenTheRunbookSays() {
    WarRoom room = Objects.requireNonNull(RX.conduct().warRoom());
    assertThat(room.levels()).containsExactly(Severity.P1);
    assertThat(room.after()).isEqualTo(Duration.ofMinutes(30));
    assertThat(room.channel()).isEqualTo("incident-{date}");
    assertThat(room.roles()).containsOnly(Role.values());
    assertThat(Objects.requireNonNull(HP.conduct().warRoom()).after()).isZero();
  }

  @Test
  @Tag("RUN-09.1")
  void sixConfirmationsAreAskedForAndHalfOfThemAreKnown() {
    assertThat(RX.conduct().closure().confirmations().values()).hasSize(6);
    assertThat(RX.conduct().closure().confirmations().values())
        .filteredOn(confirmation -> confirmation.by() == Confirmation.By.PERSON)
        .extracting(Confirmation::name)
        .containsExactlyInAnyOrder("root-cause", "resolved");
    assertThat(RX.conduct().closure().freeWhenUnacknowledged())
        .containsExactlyInAnyOrder(Severity.P3, Severity.P4);
  }

  @Test
  @Tag("RUN-10.1")
  @Tag("RUN-10.2")
  @Tag("MED-playbook")
  void aReviewHasItsGuestsItsTopicsAndItsQuestion() {
    Review review = Objects.requireNonNull(RX.conduct().review());
    assertThat(review.within()).isEqualTo(Duration.ofHours(48));
    assertThat(review.invite())
        .contains(new Review.Invitation("product-owner", Set.of(Severity.P1, Severity.P2)));
    assertThat(review.topics())
        .containsOnlyKeys(
            "timeline", "root-cause", "detection", "response", "impact", "prevention");
    assertThat(Objects.requireNonNull(MS.conduct().review()).questions())
        .containsOnlyKeys("playbook");
  }

  @Test
  @Tag("RUN-07.2b")
  void usersHearOfP1AndP2() {
    assertThat(RX.statusPage().tellUsers()).containsExactlyInAnyOrder(Severity.P1, Severity.P2);
    assertThat(RX.statusPage().by()).containsOnly(PublicPage.Way.values());
  }

  @Test
  @Tag("RUN-05.1")
  @Tag("RUN-06.1b")
  void everyNameInAStepIsOneThatEachServiceHas() {
    for (CatalogService service : RX.services().values()) {
      assertThat(steps(RX).map(Step::run).filter(Objects::nonNull))
          .allSatisfy(run -> assertThat(filledIn(run, service)).doesNotContain("{", "}"));
    }
    assertThat(RX.runbooks().all().mitigations())
        .containsOnlyKeys("outage", "database", "performance", "deployment");
    assertThat(steps(RX).filter(Step::destructive).map(Step::run))
        .anyMatch(run -> run.contains("FLUSHDB"))
        .anyMatch(run -> run.contains("rollback"));
  }

  @Test
  @Tag("MED-contacts")
  @Tag("MED-env")
  @Tag("MED-flag")
  @Tag("MED-review")
  @Tag("MED-access")
  void theCatalogSaysOfReorderingWhatThePlaybookSays() {
    CatalogService service = MS.services().get("supply-reordering");
    assertThat(service.contacts().outage()).contains("product-lead", "engineering-lead");
    assertThat(service.pagerduty()).containsOnlyKeys("production", "staging");
    assertThat(service.dependsOn())
        .containsExactlyInAnyOrder("supply-api", "web-platform", "sign-in");
    assertThat(service.flags()).isNotEmpty();
    assertThat(service.access()).hasSize(3);
    assertThat(service.slack().stakeholders()).isEqualTo("#vagov-supply-reordering");
    assertThat(Objects.requireNonNull(MS.conduct().alertReport()).every())
        .isEqualTo(Duration.ofDays(7));
  }

  private static TeamPolicy team(String code) {
    return Shipped.POLICIES.team(new TeamCode(code)).orElseThrow();
  }

  private static String slack(TeamPolicy team, String audience) {
    Audience told = Objects.requireNonNull(team.conduct().audiences().get(audience));
    return Objects.requireNonNull(told.slack());
  }

  private static List<String> opened(TeamPolicy team, Severity severity) {
    return team.level(severity).tell().stream()
        .filter(telling -> telling.when().contains(Occasion.OPENED))
        .map(telling -> telling.within().toMinutes() + " " + telling.audience())
        .toList();
  }

  private static List<String> updates(Severity severity) {
    return RX.level(severity).updates().stream()
        .map(duty -> duty.every().toMinutes() + " " + duty.audience())
        .toList();
  }

  private static Set<String> audiences(List<Telling> tell, Occasion occasion) {
    return tell.stream()
        .filter(telling -> telling.when().contains(occasion))
        .map(Telling::audience)
        .collect(Collectors.toSet());
  }

  private static Stream<Step> steps(TeamPolicy team) {
    Runbooks all = team.runbooks().all();
    return Stream.of(
            Stream.of(all.gather(), all.verify()),
            all.mitigations().values().stream(),
            all.runbooks().values().stream().flatMap(it -> Stream.of(it.checks(), it.resolution())))
        .flatMap(it -> it)
        .flatMap(List::stream);
  }

  private static String filledIn(String run, CatalogService service) {
    String filled = run;
    for (Map.Entry<String, String> name : service.names().entrySet()) {
      filled = filled.replace("{" + name.getKey() + "}", name.getValue());
    }
    return filled;
  }
}
