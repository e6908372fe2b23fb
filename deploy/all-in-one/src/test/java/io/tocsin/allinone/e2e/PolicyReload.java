package io.tocsin.allinone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.allinone.up.Ports.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An operator edits the policy of a system that runs: rightly, wrongly, and back again. */
final class PolicyReload {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Set<Listener> SERVICES =
      EnumSet.range(Listener.ALERT_INGEST, Listener.STATUS_PAGE);

  private final Outside outside;
  private final Path severity;

  PolicyReload(RunningTocsin tocsin) {
    this.outside = tocsin.outside();
    this.severity = tocsin.policies().resolve("health-portal/severity.yaml");
  }

  /** The next alert's level is the new policy's, or the former's where the new one is broken. */
  void isLived() throws IOException {
    String written = Files.readString(severity);
    String shipped = running();
    JsonNode first = opened("P1");
    assertThat(first.path("policyIsCurrent").asBoolean()).isTrue();

    ShortPolicies.replace(severity, "id: unavailable", "level: P1", "level: P2");
    String lowered = runsAnotherThan(shipped);
    JsonNode second = opened("P2");
    assertThat(second.path("incident").path("policy").asString()).isEqualTo(lowered);
    assertThat(keepsItsPolicy(first, shipped)).isTrue();

    Files.writeString(severity, "nonsense: true\n", StandardOpenOption.APPEND);
    await("every health says so").atMost(SOON).until(() -> SERVICES.stream().allMatch(this::tells));
    assertThat(running()).isEqualTo(lowered);
    JsonNode third = opened("P2");

    Files.writeString(severity, written);
    assertThat(runsAnotherThan(lowered)).isEqualTo(shipped);
    assertThat(SERVICES).noneMatch(this::tells);
    endsQuietly(List.of(first, second, third, opened("P1")));
  }

  /** Sends an alert of a service whose level the edited rule decides. */
  private JsonNode opened(String level) {
    DatadogAlert alert = DatadogAlert.hpOutage();
    assertThat(outside.sendDatadog(alert.triggered()).join().statusCode()).isEqualTo(202);
    await("an incident").atMost(SOON).until(() -> outside.incidents(alert).size() == 1);
    JsonNode shown = outside.shown(outside.incidents(alert).get(0).path("id").asString());
    assertThat(shown.path("incident").path("assessment").path("severity").asString())
        .isEqualTo(level);
    return shown;
  }

  private boolean keepsItsPolicy(JsonNode before, String hash) {
    JsonNode now = outside.shown(before.path("incident").path("id").asString());
    return now.path("incident").path("policy").asString().equals(hash)
        && !now.path("policyIsCurrent").asBoolean(true);
  }

  /** The one hash that all services run by. */
  private String running() {
    List<String> hashes = SERVICES.stream().map(this::hash).distinct().toList();
    assertThat(hashes).as("one policy for all").hasSize(1);
    return hashes.get(0);
  }

  private String runsAnotherThan(String former) {
    await("another policy").atMost(SOON).until(() -> !hash(Listener.STATUS_PAGE).equals(former));
    return running();
  }

  private String hash(Listener service) {
    return outside.policyHealth(service).path("policy").asString();
  }

  private boolean tells(Listener service) {
    JsonNode health = outside.policyHealth(service);
    return health.path("refused").asString("").equals("1 problem")
        && health.path("first").asString("").startsWith("health-portal/severity.yaml:")
        && outside.isReady(service);
  }

  private void endsQuietly(List<JsonNode> incidents) {
    for (JsonNode shown : incidents) {
      String id = shown.path("incident").path("id").asString();
      outside.command(id, "false-alarm", "{\"reason\":\"a test\"}");
    }
    await("gone from the page").atMost(SOON).until(() -> outside.publicIncidents().isEmpty());
  }
}
