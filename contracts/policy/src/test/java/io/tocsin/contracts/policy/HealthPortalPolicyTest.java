package io.tocsin.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.conduct.Maintenance;
import io.tocsin.contracts.policy.conduct.Security;
import io.tocsin.contracts.policy.conduct.Telling;
import io.tocsin.contracts.policy.conduct.Telling.Occasion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whom the health portal's notification process tells, and of what. */
class HealthPortalPolicyTest {
  private static final TeamPolicy HP = Shipped.POLICIES.team(new TeamCode("HP")).orElseThrow();

  @Test
  @Tag("MHV-det")
  @Tag("MHV-first")
  @Tag("MHV-stake")
  void whomTheHealthPortalTellsDependsOnWhoseServiceItIs() {
    for (Severity severity : Severity.values()) {
      assertThat(toldOf(severity, "health-api", Occasion.OPENED))
          .containsExactly("core-response-team", "partner-office", "help-desk", "cloud-office");
      assertThat(toldOf(severity, "health-portal", Occasion.OPENED)).contains("api-platform");
    }
    assertThat(HP.conduct().audiences().get("core-response-team").tag())
        .contains("@hp-isso", "@hp-privacy-officer", "@hp-system-owner", "@hp-partner-team");
  }

  @Test
  @Tag("MHV-p12")
  @Tag("MHV-p34")
  @Tag("MHV-fwd")
  void theRatedLevelDecidesHowTheHealthPortalGoesOnTelling() {
    assertThat(toldOf(Severity.P2, "health-portal", Occasion.SOLUTION_DETERMINED))
        .isEqualTo(toldOf(Severity.P2, "health-portal", Occasion.DAY_ENDED))
        .contains("octo", "partners", "partner-team", "contact-center");
    assertThat(HP.conduct().audiences().get("contact-center").forwards()).isNotBlank();
    assertThat(HP.level(Severity.P4).tell())
        .filteredOn(telling -> telling.as() == Telling.Manner.EDIT)
        .extracting(Telling::when)
        .containsExactly(Set.of(Occasion.LEVEL_SET));
    assertThat(toldOf(Severity.P4, "health-portal", Occasion.DAY_ENDED)).isEmpty();
  }

  @Test
  @Tag("MHV-sec")
  @Tag("MHV-plan")
  void whereDataMayBeCompromisedTheBreachServiceIsBroughtIn() {
    Security security = Objects.requireNonNull(HP.conduct().security());
    assertThat(security.ask())
        .extracting(Security.Demand::of, Security.Demand::fact)
        .containsExactly(
            tuple(List.of("isso", "privacy-officer"), null),
            tuple(List.of("breach-response"), "data-compromised"));
    assertThat(HP.severity().facts()).containsKey("data-compromised");
    assertThat(HP.conduct().plans()).hasSize(4);
    assertThat(HP.conduct().help()).hasSize(2);
  }

  @Test
  @Tag("MHV-own")
  @Tag("MHV-pd2")
  @Tag("MHV-pd3")
  @Tag("MHV-pd4")
  @Tag("MHV-pd5")
  void plannedDowntimeHasTwoForms() {
    Map<String, Maintenance> forms = HP.conduct().maintenance();
    assertThat(forms).containsOnlyKeys("api-platform", "user-facing");
    assertThat(forms.values())
        .allSatisfy(form -> assertThat(form.notices()).containsOnly(Maintenance.Notice.values()));
    Maintenance platform = forms.get("api-platform");
    assertThat(platform.approvedBy()).isEqualTo("system-owner");
    assertThat(platform.verifiedWith()).isEqualTo("on-call");
    assertThat(platform.audiences())
        .containsAll(forms.get("user-facing").audiences().subList(0, 2));
    assertThat(forms.get("user-facing").noticesOwedBy()).isEqualTo("communication-owner");
  }

  private static List<String> toldOf(Severity severity, String service, Occasion occasion) {
    return HP.level(severity).tell().stream()
        .filter(telling -> telling.when().contains(occasion))
        .filter(it -> it.services().isEmpty() || it.services().contains(service))
        .map(Telling::audience)
        .toList();
  }
}
