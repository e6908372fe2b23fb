package io.tocsin.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Keys, ids and partitions: what cannot be changed once data exists. */
class IdentityTest {
  private static final TeamCode TEAM = new TeamCode("RX");

  @Property
  void aTeamLivesOnOnePartition(@ForAll @StringLength(max = 40) String rest) {
    int home = TeamPartitioner.partition("incident-events", "RX-1", Topics.PARTITIONS);
    assertThat(TeamPartitioner.partition("incident-events", TEAM.key(rest), Topics.PARTITIONS))
        .isEqualTo(home);
  }

  @Property
  void everyKeyHasAPartition(
      @ForAll @StringLength(max = 40) String key, @ForAll @IntRange(min = 1, max = 64) int count) {
    assertThat(TeamPartitioner.partition("alerts", key, count)).isBetween(0, count - 1);
  }

  @Test
  void partitionsAreTheOnesThatDataLiesIn() {
    assertThat(TeamPartitioner.partition("incidents", "RX-142", 8))
        .isEqualTo(TeamPartitioner.partition("notifications.pagerduty", "RX-9", 8));
    assertThat(
            Map.of(
                "RX", TeamPartitioner.partition("incidents", "RX-1", 8),
                "HP", TeamPartitioner.partition("incidents", "HP-1", 8),
                "MS", TeamPartitioner.partition("incidents", "MS-1", 8)))
        .isEqualTo(Map.of("RX", 1, "HP", 1, "MS", 4));
  }

  @Test
  void topicsWithoutATeamAreSpreadByTheWholeKey() {
    assertThat(
            java.util.stream.IntStream.range(0, 200)
                .map(i -> TeamPartitioner.partition("alerts", "datadog-rx:" + i, 8))
                .distinct()
                .count())
        .isEqualTo(8);
  }

  @Test
  void anIncidentIdIsWhatPeopleSay() {
    assertThat(IncidentId.parse("RX-142")).isEqualTo(new IncidentId(TEAM, 142));
    assertThat(IncidentId.parse("RX-142")).hasToString("RX-142");
    assertThatThrownBy(() -> IncidentId.parse("142"))
        .hasMessageContaining("'142'")
        .hasMessageContaining("RX-142");
    assertThatThrownBy(() -> IncidentId.parse("rx-1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> IncidentId.parse("RX-0")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRepeatedDeliveryIsTheSameAlert() {
    assertThat(AlertId.ofDelivery("datadog-rx", "1"))
        .isEqualTo(AlertId.ofDelivery("datadog-rx", "1"));
    assertThat(AlertId.ofDelivery("datadog-rx", "1"))
        .isNotEqualTo(AlertId.ofDelivery("datadog-hp", "1"));
    assertThat(AlertId.ofContent("i", "a", "b")).isNotEqualTo(AlertId.ofContent("i", "ab", ""));
  }

  @Test
  void aKeyHoldsNoSecretAndNoTextOfTheSender() {
    assertThat(AlertKey.of("datadog-rx", "patient 12345").value())
        .startsWith("datadog-rx:")
        .doesNotContain("patient");
    assertThat(GroupingKey.of(TEAM, "prescription-api", "production", Map.of()).value())
        .matches("RX-[0-9a-f]{24}");
  }

  @Test
  void theNotificationSaysWhichEventCausedIt() {
    NotificationId id =
        NotificationId.of(new IncidentId(TEAM, 142), 7, Channel.PAGERDUTY, "on-call");
    assertThat(id).hasToString("RX-142/7/pagerduty/on-call");
    assertThat(id.incident()).isEqualTo(new IncidentId(TEAM, 142));
    assertThat(id.sequence()).isEqualTo(7);
    assertThat(id.recipient()).isEqualTo("on-call");
  }

  @Test
  void aNotificationsIdFromOutsideIsReadPartByPart() {
    String id = "RX-142/7/phone/stakeholders/night";
    assertThat(NotificationId.parse(id)).hasToString(id);
    assertThat(NotificationId.parse(id).recipient()).isEqualTo("stakeholders/night");
    assertThat(List.of("", "RX-142/7/phone", "142/7/phone/a", "RX-142/x/phone/a", "RX-142/7/fax/a"))
        .allSatisfy(
            other ->
                assertThatThrownBy(() -> NotificationId.parse(other))
                    .isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void theHashOfABundleDependsOnPathsAndBytesAndNothingElse() {
    assertThat(new PolicyBundle(Map.of("a", "1", "b", "2")).hash())
        .isEqualTo(new PolicyBundle(Map.of("b", "2", "a", "1")).hash())
        .isNotEqualTo(new PolicyBundle(Map.of("a", "12", "b", "")).hash());
  }

  @Test
  void everyTopicOfATeamHasEightPartitions() {
    assertThat(Topics.all())
        .filteredOn(topic -> !topic.name().equals("policies"))
        .allMatch(topic -> topic.partitions() == 8);
    assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
  }
}
