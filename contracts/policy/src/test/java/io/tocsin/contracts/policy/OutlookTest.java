package io.tocsin.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.yaml.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rotas in a policy: who is called, and what the coming 90 days will bring. */
@Tag("RUN-13")
class OutlookTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final TeamCode TEAM = new TeamCode("TM");
  private static final String ROTA =
      """
      contacts:
        on-call:
          name: On-call engineer
          hours: always
          methods: %s
        lead: {name: Lead, hours: business-hours, methods: {email: lead@example.com}}
      people:
        engineer-a: {name: First engineer, methods: {pagerduty: "${KEY_A}"}}
        engineer-b: {name: Second engineer, methods: {pagerduty: "${KEY_B}"}}
      rotas:
        on-call:
          zone: Africa/Cairo
          layers:
            - {people: [engineer-a, engineer-b], begins: 2026-01-04T09:00, turn: 1w%s}
      """;

  @Test
  @Tag("RUN-08.2")
  void whoeverHoldsTheRoleIsCalledWithTheRolesHours() throws Exception {
    Policies policies = PolicyLoader.load(bundle(ROTA.formatted("{slack: \"#rota\"}", "")));
    assertThat(policies.called(TEAM, "on-call", NOW).orElseThrow().id()).isEqualTo("engineer-a");
    assertThat(policies.called(TEAM, "on-call", NOW.plusSeconds(7 * 24 * 3600)).orElseThrow().id())
        .isEqualTo("engineer-b");
    assertThat(policies.called(TEAM, "lead", NOW).orElseThrow().id()).isEqualTo("lead");
    assertThat(policies.contact(TEAM, "engineer-a").orElseThrow().name())
        .isEqualTo("First engineer");
    assertThat(SecretReferences.of(policies)).contains("KEY_A", "KEY_B");
  }

  @Test
  void aFullRotaHasNothingAhead() {
    assertThat(check(ROTA.formatted("{slack: \"#rota\"}", ""))).isEmpty();
  }

  @Test
  void aMinuteInWhichAP1ReachesNobodyIsSaid() {
    assertThat(check(ROTA.formatted("{slack: \"#rota\"}", ", ends: 2026-12-24T18:00")))
        .containsExactly(
            "team/contacts.yaml:14:7: 'layers': nobody holds 'on-call' from Thu 2026-12-24 18:00"
                + " until Sat 2027-02-20 14:00 (57d20h, Africa/Cairo); let a layer without 'only'"
                + " lie below the others, or close the gap",
            "team/policy.yaml:15:7: 'ladder': a P1 reaches no one from Thu 2026-12-24 18:00 until"
                + " Sat 2027-02-20 14:00 (57d20h, Africa/Cairo); close the gap in the rota, or give"
                + " a role of the ladder an address of its own");
  }

  @Test
  void theRolesOwnAddressIsCalledWhereNobodyHoldsIt() throws Exception {
    String contacts = ROTA.formatted("{pagerduty: \"${KEY}\"}", ", ends: 2026-11-01T09:00");
    assertThat(check(contacts))
        .singleElement()
        .asString()
        .contains("nobody holds 'on-call' from Sun 2026-11-22 14:00");
    assertThat(PolicyLoader.load(bundle(contacts)).called(TEAM, "on-call", NOW).orElseThrow().id())
        .isEqualTo("on-call");
  }

  private static List<String> check(String contacts) {
    return PolicyLoader.check(bundle(contacts), NOW).stream().map(Problem::toString).toList();
  }

  private static PolicyBundle bundle(String contacts) {
    try {
      Map<String, String> files =
          new HashMap<>(PolicyFiles.read(Path.of("src/test/resources/good")).files());
      files.put("team/contacts.yaml", contacts);
      return new PolicyBundle(files);
    } catch (PolicyRejected e) {
      throw new AssertionError(e);
    }
  }
}
