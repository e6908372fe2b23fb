package io.tocsin.alertingest.core.datadog;

import static io.tocsin.alertingest.support.Given.alert;
import static io.tocsin.alertingest.support.Given.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alerts as everybody downstream sees them: a difference here is a change of the contract. */
@Tag("RUN-03.1a")
class DatadogGoldenTest {
  private static final String SAMPLES = "shared/reference/wire/inbound/samples/datadog";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "triggered-p1",
        "recovered-default-tile",
        "warn-nested-metadata",
        "all-variables-camel-case"
      })
  void eachTemplateGivesThisAlert(String name) {
    Alert alert = alert(fixture("datadog/" + name + ".json"));

    String json = ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(alert);

    assertThat(json.strip()).isEqualTo(fixture("golden/" + name + ".json").strip());
  }

  @Test
  void theRenderedSamplesAreUnderstood() throws IOException {
    Path samples = samples();
    assumeTrue(samples != null, "no folder " + SAMPLES + " beside the project");
    Alert triggered = sample(samples, "rendered-triggered-p1.json");
    Alert recovered = sample(samples, "rendered-recovered-p1.json");
    Alert other = sample(samples, "rendered-triggered-no-priority.json");

    assertThat(triggered.signal()).isEqualTo(Signal.TRIGGERED);
    assertThat(triggered.level()).isEqualTo("P1");
    assertThat(triggered.title()).isEqualTo("High tracking");
    assertThat(recovered.signal()).isEqualTo(Signal.RECOVERED);
    assertThat(recovered.key()).isEqualTo(triggered.key());
    assertThat(recovered.id()).isNotEqualTo(triggered.id());
    assertThat(other.key()).isNotEqualTo(triggered.key());
    assertThat(other.level()).isNull();
  }

  private static Alert sample(Path samples, String name) throws IOException {
    return alert(Files.readString(samples.resolve(name)));
  }

  private static Path samples() {
    return Stream.iterate(
            Path.of(System.getProperty("user.dir")), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve(SAMPLES))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(null);
  }
}
