package io.tocsin.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.Records;
import io.tocsin.chaos.core.Secret;
import io.tocsin.chaos.core.Writing;
import io.tocsin.chaos.core.checker.Checker;
import io.tocsin.chaos.core.defect.Altered;
import io.tocsin.chaos.core.evidence.Limits;
import io.tocsin.chaos.edge.plan.Size;
import io.tocsin.chaos.edge.run.Campaign;
import io.tocsin.chaos.edge.run.Played;
import io.tocsin.chaos.edge.run.Stage;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** One seed in every check; {@code -Pchaos} plays those of {@code -Dchaos.seeds} instead. */
class ChaosIT {
  private static final Path POLICIES = Path.of("..", "policies");
  private static final Path OUTPUT = Path.of("target", "chaos");
  private static final long SEED = 7;

  @Test
  @DisabledIfSystemProperty(named = "chaos.full", matches = "true")
  void whatBreaksOnPurposeLosesNoAlertAndDoublesNoPage() throws IOException {
    Files.createDirectories(OUTPUT);
    try (Stage stage = Stage.open(POLICIES, Files.createTempDirectory(OUTPUT, "check-"))) {
      Played played = stage.play(SEED, Size.SMALL);

      assertThat(played.unrest()).isEmpty();
      assertThat(played.verdict().broken()).as(played.verdict().toString()).isEmpty();
      assertThat(played.history().arrivals()).as("pages went out").isNotEmpty();
      theSameHistoryWithADefectIsCaught(played.history());
    }
  }

  /** The verdict is worth something only if this very history could have failed. */
  private static void theSameHistoryWithADefectIsCaught(History history) {
    Records records = history.records();
    AlertId alert = records.values(Topics.ALERTS).findFirst().orElseThrow().id();
    IncidentEvent opened =
        records
            .values(Topics.INCIDENT_EVENTS)
            .filter(event -> event.sequence() == 1)
            .findFirst()
            .orElseThrow();
    assertThat(broken(Altered.without(history, Topics.ALERTS, it -> it.id().equals(alert))))
        .contains("accepted-is-kept");
    assertThat(
            broken(
                Altered.without(
                    history, Topics.ALERT_DISPOSITIONS, it -> it.alert().equals(alert))))
        .contains("everything-ends");
    assertThat(broken(Altered.without(history, Topics.INCIDENT_EVENTS, opened::equals)))
        .contains("contiguous-sequence");
    String word = history.secrets().get(0).word();
    Writing leak = new Writing(Secret.Place.LOG, "a log", Instant.EPOCH, "key=" + word);
    assertThat(broken(Altered.writing(history, leak))).contains("no-secret-leaks");
  }

  private static List<String> broken(History history) {
    return new Checker(Limits.USUAL).judge(history).broken();
  }

  @Test
  @EnabledIfSystemProperty(named = "chaos.full", matches = "true")
  void everySeedHolds() throws IOException {
    long[] range = Campaign.range(System.getProperty("chaos.seeds"));
    List<String> told = new ArrayList<>();

    int end =
        new Campaign(POLICIES, OUTPUT, Size.FULL)
            .play(
                range[0],
                range[1],
                line -> {
                  told.add(line);
                  System.out.println(line);
                });

    assertThat(end).as(String.join("\n", told)).isZero();
  }
}
