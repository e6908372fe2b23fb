package io.tocsin.alertingest.edge.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alertingest.core.canary.CanaryWatch;
import io.tocsin.alertingest.core.spool.RecentCount;
import io.tocsin.alertingest.edge.spool.Spool;
import io.tocsin.alertingest.edge.spool.SpoolSettings;
import io.tocsin.alertingest.support.Given;
import io.tocsin.alertingest.support.Spools;
import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.runtime.alarm.AlarmFailed;
import io.tocsin.contracts.runtime.alarm.AlarmWays;
import io.tocsin.contracts.runtime.alarm.SelfAlarm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class IngestAlarmsTest {
  private static final AlarmSettings SETTINGS =
      new AlarmSettings(
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          2,
          new AlarmWays.PagerDuty("", false),
          new AlarmWays.Sms("", "", "", ""));

  @TempDir Path folder;
  private final RecentCount quarantined = new RecentCount(SETTINGS.every());
  private final CanaryWatch canaries = new CanaryWatch(Duration.ofMinutes(2), Given.NOW);
  private final Way pagerDuty = new Way();
  private final Way sms = new Way();
  private Instant now = Given.NOW;
  private Spool spool;
  private IngestAlarms alarms;

  @BeforeEach
  void start() {
    spool =
        new Spool(new SpoolSettings(folder.resolve("spool"), DataSize.ofMegabytes(1)), () -> now);
    spool.start();
    alarms = alarms();
  }

  private IngestAlarms alarms() {
    Map<String, SelfAlarm> ways = new LinkedHashMap<>();
    ways.put("pagerduty", pagerDuty);
    ways.put("sms", sms);
    AlarmMemory memory = AlarmMemory.in(folder.resolve("alarms.json"));
    return new IngestAlarms(
        new Troubles(spool, quarantined, canaries, SETTINGS),
        ways,
        new IngestAlarms.Remembered(memory, Optional::empty),
        SETTINGS,
        () -> now);
  }

  @AfterEach
  void stop() {
    alarms.close();
    spool.close();
  }

  @Test
  void whatWaitsHalfAMinuteCallsTheCatchAllOnceByEachWay() throws Exception {
    wait("one", "two");
    after(Duration.ofSeconds(29));
    assertThat(pagerDuty.said).isEmpty();

    after(Duration.ofSeconds(1));
    after(Duration.ofSeconds(1));

    assertThat(pagerDuty.said)
        .containsExactly(
            "Tocsin cannot process, 2 alerts are waiting for Kafka, the first for 30 s");
    assertThat(sms.said).isEqualTo(pagerDuty.said);
  }

  @Test
  void itIsSaidAgainEveryFiveMinutesAndThatItIsOver() throws Exception {
    wait("one");
    after(Duration.ofSeconds(30));
    after(Duration.ofSeconds(299));
    assertThat(pagerDuty.said).hasSize(1);
    after(Duration.ofSeconds(1));
    assertThat(pagerDuty.said).hasSize(2);

    spool.close();
    spool =
        new Spool(new SpoolSettings(folder.resolve("none"), DataSize.ofMegabytes(1)), () -> now);
    spool.start();
    alarms = alarms();
    after(Duration.ofSeconds(1));
    assertThat(pagerDuty.said).hasSize(3).endsWith("over: waiting");
    assertThat(sms.said).endsWith("over: waiting");
    after(Duration.ofSeconds(1));
    assertThat(pagerDuty.said).hasSize(3);
  }

  @Test
  void aWayThatFailsIsTriedAgainSoonAndHoldsUpNoOther() throws Exception {
    wait("one");
    pagerDuty.failing = true;
    after(Duration.ofSeconds(30));
    assertThat(sms.said).hasSize(1);

    pagerDuty.failing = false;
    after(Duration.ofSeconds(10));
    assertThat(pagerDuty.said).hasSize(1);
    assertThat(sms.said).hasSize(1);
  }

  @Test
  void quarantineCallsFromItsThresholdAndIsOverWhenNoMoreCame() {
    quarantined.add("datadog-rx", 1, now);
    after(Duration.ofSeconds(1));
    assertThat(pagerDuty.said).isEmpty();

    quarantined.add("sns-hp", 1, now);
    after(Duration.ofSeconds(1));
    assertThat(pagerDuty.said)
        .containsExactly(
            "Tocsin cannot read what datadog-rx, sns-hp sent: 2 alerts in quarantine within 5 min");

    after(Duration.ofMinutes(6));
    assertThat(pagerDuty.said).endsWith("over: quarantine");
  }

  @Test
  void ofManySendersInQuarantineSomeAreNamedAndTheRestCounted() {
    for (int sender = 1; sender <= 7; sender++) {
      quarantined.add("datadog-" + sender, 1, now);
    }
    after(Duration.ofSeconds(1));
    assertThat(pagerDuty.said)
        .containsExactly(
            "Tocsin cannot read what datadog-1, datadog-2, datadog-3, datadog-4, datadog-5 and 2"
                + " others sent: 7 alerts in quarantine within 5 min");
  }

  @Test
  void thatNoCanaryComesThroughCallsUntilOneDoesOnEachPartition() {
    after(Duration.ofSeconds(120));
    assertThat(pagerDuty.said).as("not before the limit").isEmpty();

    after(Duration.ofSeconds(1));
    assertThat(pagerDuty.said)
        .containsExactly("Tocsin may reach nobody: for 121 s no alert of its own has come through");
    Canary.ALL.stream().skip(1).forEach(this::comesThrough);
    after(Duration.ofSeconds(1));
    assertThat(pagerDuty.said).hasSize(1);

    comesThrough(Canary.ALL.get(0));
    after(Duration.ofSeconds(1));
    assertThat(pagerDuty.said).hasSize(2).endsWith("over: canary");
    assertThat(sms.said).isEqualTo(pagerDuty.said);
  }

  @Test
  void whichPartitionIsSilentIsSaid() {
    after(Duration.ofSeconds(60));
    Canary.ALL.stream().filter(it -> it.partition() != 3).forEach(this::comesThrough);
    after(Duration.ofSeconds(61));

    assertThat(pagerDuty.said)
        .containsExactly(
            "Tocsin may reach nobody: for 121 s no alert of its own has come through, on partition"
                + " 3");
  }

  @Test
  void anOutageOfKafkaIsOneCallAndNotTwo() throws Exception {
    wait("one");
    for (int second = 0; second < 200; second++) {
      after(Duration.ofSeconds(1));
    }

    assertThat(pagerDuty.said).singleElement().asString().contains("waiting for Kafka");
  }

  private void comesThrough(Canary canary) {
    canaries.cameThrough(canary, Duration.ofSeconds(1), now);
  }

  @Test
  void theIdAtTheProviderOutlivesARestart() {
    AlarmMemory memory = AlarmMemory.in(folder.resolve("alarms.json"));
    String madeUp = memory.installation();
    memory.installation("1a2b3c4d");

    assertThat(AlarmMemory.in(folder.resolve("alarms.json")).installation())
        .isEqualTo(madeUp)
        .hasSize(8);
  }

  private void wait(String... names) throws Exception {
    for (String name : names) {
      spool.add(List.of(Spools.record(name))).get();
    }
  }

  private void after(Duration passed) {
    now = now.plus(passed);
    alarms.look();
  }

  /** A way to the catch-all that keeps what it was told. */
  private static final class Way implements SelfAlarm {
    private final List<String> said = new ArrayList<>();
    private boolean failing;

    @Override
    public void ring(Trouble trouble) throws AlarmFailed {
      if (failing) {
        throw new AlarmFailed("nobody there", null);
      }
      said.add(trouble.summary());
    }

    @Override
    public void clear(String name) {
      said.add("over: " + name);
    }
  }
}
