package io.tocsin.severityclassifier.core;

import static io.tocsin.severityclassifier.ExampleAlert.recovered;
import static io.tocsin.severityclassifier.ExampleAlert.triggered;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.Signal;
import io.tocsin.severityclassifier.ExamplePolicies;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private final History history = new History();

  @Test
  void aRecoveryWithoutTagsFollowsItsTrigger() {
    ClassifiedAlert trigger = history.then(triggered().label("host", "a"));
    ClassifiedAlert recovery = history.then(recovered().at(ofMinutes(1)));

    assertThat(recovery.groupingKey()).isEqualTo(trigger.groupingKey());
    assertThat(recovery.service()).isEqualTo("prescription-api");
    assertThat(recovery.absorbed()).isNull();
  }

  @Test
  void laterRecordsFollowTheFirstAfterThePolicyChangedAndAreJudgedUnderTheNewOne() {
    history.then(triggered());
    history.policy(ExamplePolicies.afterHandOver());
    ClassifiedAlert again = history.then(triggered().signal(Signal.RETRIGGERED).at(ofMinutes(5)));

    assertThat(again.team()).isEqualTo(ExamplePolicies.RX);
    assertThat(again.policy()).isEqualTo("hash-2");
  }

  @Test
  void aTriggerSoonAfterTheRecoveryStillFollows() {
    history.then(triggered());
    history.then(recovered().at(ofMinutes(10)));
    history.policy(ExamplePolicies.afterHandOver());

    assertThat(history.then(triggered().at(ofMinutes(25))).team()).isEqualTo(ExamplePolicies.RX);
  }

  @Test
  void aTriggerMoreThanAQuarterOfAnHourAfterTheRecoveryIsRoutedAfresh() {
    history.then(triggered());
    history.then(recovered().at(ofMinutes(10)));
    history.policy(ExamplePolicies.afterHandOver());

    assertThat(history.then(triggered().at(ofMinutes(25).plusSeconds(1))).team())
        .isEqualTo(ExamplePolicies.HP);
  }

  @Test
  void aTriggerThatItsRecoveryOvertookIsAbsorbedAndStillGoesOn() {
    history.then(recovered().at(ofMinutes(1)));
    ClassifiedAlert trigger = history.then(triggered().received(ofMinutes(2)));

    assertThat(trigger.absorbed()).isNotNull();
    assertThat(trigger.absorbed().name()).isEqualTo("recovered-before-trigger");
    assertThat(trigger.service()).isEqualTo("prescription-api");
  }

  @Test
  void aTriggerOfTheSameSecondAsTheRecoveryThatCameFirstIsAbsorbed() {
    history.then(recovered());

    assertThat(history.then(triggered().received(ofSeconds(3))).absorbed()).isNotNull();
  }

  @Test
  void aTriggerNewerThanTheRecoveryThatCameFirstIsNotAbsorbed() {
    history.then(recovered());

    assertThat(history.then(triggered().at(ofSeconds(1))).absorbed()).isNull();
  }

  @Test
  void aTombstoneAbsorbsForAQuarterOfAnHourOnly() {
    history.then(recovered());

    assertThat(history.then(triggered().received(ofMinutes(15))).absorbed()).isNotNull();
    assertThat(history.then(triggered().received(ofMinutes(15).plusMillis(1))).absorbed()).isNull();
  }

  @Test
  void aRecoveryWithoutTagsThatCameFirstDoesNotChooseWhereItsTriggersGo() {
    ClassifiedAlert recovery = history.then(recovered());
    ClassifiedAlert trigger = history.then(triggered().at(ofMinutes(1)));

    assertThat(recovery.service()).isEqualTo(ClassifiedAlert.UNKNOWN_SERVICE);
    assertThat(trigger.service()).isEqualTo("prescription-api");
  }

  @Test
  void aSenderWithoutTimesIsTakenByWhenItsRecordsCame() {
    history.then(recovered().untimed());

    assertThat(history.then(triggered().received(ofMinutes(1)).untimed()).absorbed()).isNull();
  }

  @Test
  void aLateRepeatOfATriggerThatIsOverIsAbsorbed() {
    history.then(triggered());
    history.then(recovered().at(ofMinutes(2)));

    assertThat(
            history
                .then(
                    triggered()
                        .signal(Signal.RETRIGGERED)
                        .occurred(ofMinutes(1))
                        .received(ofMinutes(3)))
                .absorbed())
        .isNotNull();
  }

  @Test
  void aFlapWithinTheSendersSameSecondIsNotAbsorbed() {
    history.then(triggered());
    history.then(recovered().at(ofMinutes(2)));

    assertThat(history.then(triggered().at(ofMinutes(2))).absorbed()).isNull();
  }

  @Test
  void theClocksOfSenderAndIngestAreNotHeldAgainstEachOther() {
    history.then(triggered());
    history.then(recovered().received(ofMinutes(5)).untimed());

    assertThat(history.then(triggered().occurred(ofMinutes(1)).received(ofMinutes(6))).absorbed())
        .isNull();
  }

  @Test
  void aNoticeLeavesNothingBehind() {
    history.then(triggered().signal(Signal.NOTICE));

    assertThat(history.route()).isNull();
  }

  @Test
  void anEntryGoesThirtyDaysAfterItsLastRecord() {
    history.then(triggered());
    history.policy(ExamplePolicies.afterHandOver());

    assertThat(history.then(triggered().at(ofDays(30))).team()).isEqualTo(ExamplePolicies.RX);
    assertThat(history.then(triggered().at(ofDays(60).plusSeconds(1))).team())
        .isEqualTo(ExamplePolicies.HP);
  }

  @Test
  void aRecordThatDoesNotSayItsEnvironmentStaysWhereItsTriggerWas() {
    ClassifiedAlert staging = history.then(triggered().environment("staging"));
    ClassifiedAlert untagged = history.then(triggered().signal(Signal.RENOTIFIED).at(ofMinutes(1)));

    assertThat(untagged.groupingKey()).isEqualTo(staging.groupingKey());
    assertThat(untagged.severity()).isEqualTo(staging.severity());
  }
}
