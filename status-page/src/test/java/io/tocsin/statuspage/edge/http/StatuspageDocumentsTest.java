package io.tocsin.statuspage.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.statuspage.core.Phase;
import io.tocsin.statuspage.core.PublicIncident;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Statuspage's API v2, as its clients read it. */
class StatuspageDocumentsTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final Site site = Site.of(Site.story());

  @Test
  @Tag("RUN-07.2a")
  void theSummaryIsWhatStatuspageClientsRead() {
    Golden.assertSame("summary.json", site.get("/api/v2/summary.json"));
  }

  @Test
  @Tag("RUN-07.2a")
  void incidentsAreAllThatAreKeptResolvedOrNot() {
    Golden.assertSame("incidents.json", site.get("/api/v2/incidents.json"));
  }

  @ParameterizedTest
  @CsvSource({
    "IDENTIFIED,            investigating",
    "INVESTIGATING,         investigating",
    "ROOT_CAUSE_IDENTIFIED, identified",
    "IMPLEMENTING_FIX,      identified",
    "MONITORING,            monitoring",
    "RESOLVED,              resolved",
  })
  @Tag("RUN-07.2a")
  void eachOfTheSixPhasesHasItsWord(Phase phase, String word) {
    JsonNode shown =
        JSON.readTree(Site.showing(List.of(Site.through(1, phase))).get("/api/v2/incidents.json"))
            .at("/incidents/0");

    assertThat(shown.path("status").asString()).isEqualTo(word);
    assertThat(shown.at("/incident_updates/0/status").asString()).isEqualTo(word);
  }

  @Test
  void theSummaryIsMadeOfTheOtherDocuments() {
    JsonNode summary = read("summary");

    assertThat(summary.path("page")).isEqualTo(read("status").path("page"));
    assertThat(summary.path("status")).isEqualTo(read("status").path("status"));
    assertThat(summary.path("components")).isEqualTo(read("components").path("components"));
    assertThat(summary.path("incidents")).isEqualTo(read("incidents/unresolved").path("incidents"));
    assertThat(summary.path("scheduled_maintenances"))
        .isEqualTo(read("scheduled-maintenances").path("scheduled_maintenances"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/upcoming", "/active"})
  void noMaintenanceIsAnEmptyListBesideThePage(String which) {
    JsonNode document = read("scheduled-maintenances" + which);

    assertThat(document.propertyNames()).containsExactly("page", "scheduled_maintenances");
    assertThat(document.path("scheduled_maintenances").isArray()).isTrue();
    assertThat(document.path("scheduled_maintenances")).isEmpty();
  }

  @Test
  void theLatestFiftyIncidentsAreListed() {
    List<PublicIncident> many =
        LongStream.rangeClosed(1, 60).mapToObj(n -> Site.through(n, Phase.RESOLVED)).toList();

    assertThat(JSON.readTree(Site.showing(many).get("/api/v2/incidents.json")).path("incidents"))
        .hasSize(50);
  }

  private JsonNode read(String document) {
    return JSON.readTree(site.get("/api/v2/" + document + ".json"));
  }
}
