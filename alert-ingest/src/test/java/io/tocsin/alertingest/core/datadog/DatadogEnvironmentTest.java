package io.tocsin.alertingest.core.datadog;

import static io.tocsin.alertingest.support.Given.integration;
import static io.tocsin.alertingest.support.Given.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("MED-env")
class DatadogEnvironmentTest {

  @ParameterizedTest
  @CsvSource({
    "env:prod, production",
    "env:PRD, production",
    "environment:Production, production",
    "env:Staging, staging",
    "environment:qa-2, qa-2",
    "'env:staging,env:prod', production"
  })
  void theTagTellsTheEnvironment(String tags, String environment) {
    assertThat(environment("{\"title\":\"x\",\"tags\":\"" + tags + "\"}", "sandbox"))
        .isEqualTo(environment);
  }

  @Test
  void withoutATagTheIntegrationTells() {
    assertThat(environment("{\"title\":\"x\"}", "Staging")).isEqualTo("staging");
  }

  @Test
  void theEnvironmentThatNobodyNamedIsProduction() {
    assertThat(environment("{\"title\":\"x\",\"tags\":\"env:none,env:$TAGS[env]\"}", null))
        .isEqualTo("production");
  }

  private static String environment(String body, String ofIntegration) {
    return parsed(body, null, integration("rx", ofIntegration)).alerts().get(0).environment();
  }
}
