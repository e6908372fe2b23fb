package io.tocsin.severityclassifier.core;

import static io.tocsin.severityclassifier.ExampleAlert.triggered;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.severityclassifier.ExampleAlert;
import io.tocsin.severityclassifier.ExamplePolicies;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DestinationTest {

  @Test
  void theTeamWhoseCatalogHasTheServiceOwnsTheAlertWhoeverSentIt() {
    Destination destination = of(triggered().integration("datadog-rx").service("health-api"));

    assertThat(destination.team()).isEqualTo(ExamplePolicies.HP);
    assertThat(destination.service()).isEqualTo("health-api");
    assertThat(destination.groupingKey().team()).isEqualTo(ExamplePolicies.HP);
  }

  @Test
  void aServiceThatNoCatalogKnowsGoesToTheIntegrationsTeam() {
    Destination destination = of(triggered().service("billing"));

    assertThat(destination.team()).isEqualTo(ExamplePolicies.RX);
    assertThat(destination.service()).isEqualTo(ClassifiedAlert.UNKNOWN_SERVICE);
  }

  @Test
  void differentUnknownServicesAreDifferentIncidents() {
    assertThat(of(triggered().service("billing")).groupingKey())
        .isNotEqualTo(of(triggered().service("search")).groupingKey())
        .isNotEqualTo(of(triggered().service(null)).groupingKey())
        .isEqualTo(of(triggered().service("billing").title("another")).groupingKey());
  }

  @Test
  void groupingLabelsAreTakenAndOtherLabelsAreNot() {
    assertThat(of(triggered().label("host", "a")).groupingKey())
        .isNotEqualTo(of(triggered().label("host", "b")).groupingKey())
        .isEqualTo(of(triggered().label("host", "a").label("pod", "c")).groupingKey());
  }

  @Test
  @Tag("MED-env")
  void theEnvironmentIsPartOfTheIncidentsIdentity() {
    assertThat(of(triggered().environment("staging")).groupingKey())
        .isNotEqualTo(of(triggered()).groupingKey());
  }

  private static Destination of(ExampleAlert alert) {
    return Destination.of(alert.alert(), ExamplePolicies.shipped());
  }
}
