package io.tocsin.allinone.cases.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.allinone.cases.Golden;
import io.tocsin.allinone.cases.file.AlertFile;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an operator reads before the night: why, who is told when, by which channel. */
class OutlookTest {
  private static final Instant NIGHT = Instant.parse("2026-11-24T02:00:00Z");
  private static final String DOWN =
      "{integration: monitor, service: oven, title: The oven is down";

  private final Policies policies = policies();

  @Test
  void pagesMessagesRemindersTicketAndQuestionsAreToldByTime() {
    golden("outage", DOWN + "}");
  }

  @Test
  void whatCallsNobodyAtNightMayStillTellPeopleAtOnce() {
    golden(
        "quiet", "{integration: monitor, service: counter, title: 4 loaves, labels: {loaves: 4}}");
  }

  @Test
  void anUnknownServiceSaysWhichRulesWereNotAskedAndWhatWasMeant() {
    golden("misspelt", "{integration: probe, service: ovne, title: The oven is down}");
  }

  @Test
  void stagingIsCappedWithAndWithoutTheRule() {
    String text = text(DOWN + ", environment: staging}", EnumSet.allOf(Channel.class));
    assertThat(text)
        .contains("Nothing can be baked. (the rule says P1; staging is at most P4)")
        .contains("otherwise    P4 by integration-default: ")
        .contains("sends P2 by default (the default is P2; staging is at most P4)");
  }

  @Test
  void aRuleThatFailsSaysWhatToWriteAndWhere() {
    assertThat(text(DOWN + ", environment: test}", EnumSet.allOf(Channel.class)))
        .contains("a failed rule is P1; test is at most P4")
        .contains(
            "vip: failed (the alert has no label 'priority'; ask first:"
                + " \"priority\" in labels && …, bakery/severity.yaml:17)");
  }

  @Test
  void whatHasNoSenderIsMarked() {
    assertThat(text(DOWN + "}", EnumSet.of(Channel.SLACK)))
        .contains("with a sender for slack only, as --installed says")
        .contains("RINGS      on-call by pagerduty (failed) | a new incident");
  }

  @Test
  void machinesReadTheSame() {
    Outlook outlook = outlook(DOWN + "}", EnumSet.allOf(Channel.class));
    Golden.compare(
        "explain/outage.json",
        ContractJson.MAPPER
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(OutlookJson.of(outlook, policies))
            + "\n");
  }

  private void golden(String name, String alert) {
    Golden.compare("explain/" + name + ".txt", text(alert, EnumSet.allOf(Channel.class)));
  }

  private String text(String alert, Set<Channel> installed) {
    return OutlookText.of(outlook(alert, installed), policies);
  }

  private Outlook outlook(String alert, Set<Channel> installed) {
    return Outlook.of(
        alerts(alert), NIGHT, Optional.empty(), installed, policies, "MONITOR_KEY"::equals);
  }

  private List<Alert> alerts(String alert) {
    try {
      return new AlertFile("alert.yaml", alert.getBytes(StandardCharsets.UTF_8), policies)
          .read(NIGHT, Optional.empty(), Optional.empty());
    } catch (PolicyRejected e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private static Policies policies() {
    try {
      return PolicyLoader.load(PolicyFiles.read(Path.of("src/test/resources/cases/explain/root")));
    } catch (PolicyRejected e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
