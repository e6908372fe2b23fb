package io.tocsin.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is on the wire stays as it is: one golden file for each record and kind of event. */
class WireTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final JsonMapper JSON = ContractJson.MAPPER;

  @TestFactory
  Stream<DynamicTest> isWrittenAsEver() {
    return Samples.all().entrySet().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.getKey(), () -> written(sample.getKey(), sample.getValue())));
  }

  private static void written(String name, Object value) throws IOException {
    Path file = GOLDEN.resolve(name + ".v1.json");
    String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, json);
    }
    assertThat(json).isEqualTo(Files.readString(file));
  }

  @TestFactory
  Stream<DynamicTest> isReadBackAndUnknownFieldsAreIgnored() {
    return Samples.all().entrySet().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.getKey(), () -> read(sample.getKey(), sample.getValue())));
  }

  private static void read(String name, Object value) throws IOException {
    ObjectNode tree =
        (ObjectNode) JSON.readTree(Files.readString(GOLDEN.resolve(name + ".v1.json")));
    tree.put("addedLater", "by a newer version");
    assertThat(JSON.treeToValue(tree, value.getClass())).isEqualTo(value);
  }

  @Test
  void everyKindOfEventAndCommandHasAGoldenFile() {
    assertThat(Samples.changes()).hasSize(leaves(IncidentChange.class));
    assertThat(Samples.actions()).hasSize(leaves(CommandAction.class));
  }

  @Test
  void aFieldThatIsMissingGetsItsDefault() {
    assertThat(
            JSON.readValue(
                """
                {"id":"a1","key":"k","integration":"i","source":"datadog","signal":"TRIGGERED",
                 "occurredAt":"2026-03-02T08:00:00Z","receivedAt":"2026-03-02T08:00:00Z"}
                """,
                Alert.class))
        .satisfies(
            alert -> {
              assertThat(alert.environment()).isEqualTo("production");
              assertThat(alert.labels()).isEmpty();
              assertThat(alert.said()).isEqualTo("TRIGGERED");
            });
  }

  private static int leaves(Class<?> sealed) {
    return Stream.of(sealed.getPermittedSubclasses())
        .mapToInt(type -> type.isSealed() ? leaves(type) : 1)
        .sum();
  }
}
