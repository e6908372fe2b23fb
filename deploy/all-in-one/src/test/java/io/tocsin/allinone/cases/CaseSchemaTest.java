package io.tocsin.allinone.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.tocsin.allinone.cases.file.CaseFile;
import io.tocsin.allinone.cases.file.RequirementFile;
import io.tocsin.contracts.policy.yaml.JsonSchema;
import io.tocsin.contracts.policy.yaml.Problems;
import io.tocsin.contracts.policy.yaml.YamlFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What an editor is told of cases agrees with what the reader takes. */
class CaseSchemaTest {
  private static final Path SCHEMAS = Path.of("../docs/schemas");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Texts are read here as they are written, so a flag is a text. */
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          it -> it.schemaRegistryConfig(SchemaRegistryConfig.builder().typeLoose(true).build()));

  static Map<String, Class<? extends Record>> files() {
    return Map.of(
        "cases.schema.json", CaseFile.class, "requirements.schema.json", RequirementFile.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cases.schema.json", "requirements.schema.json"})
  void theShippedSchemaIsThatOfTheModel(String name) throws IOException {
    String made =
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JsonSchema.of(files().get(name)))
            + "\n";
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(SCHEMAS.resolve(name), made);
    }
    assertThat(made).isEqualTo(Files.readString(SCHEMAS.resolve(name)));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aFileThatTheReaderTakesIsTakenByItsSchema(Path file) throws IOException {
    assertThat(errors(Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown-keys", "wrong-values", "steps-and-expectations"})
  void aFileWhoseFormTheReaderRefusesIsRefusedByItsSchema(String name) {
    assertThat(errors(Golden.text("bad/" + name + ".yaml"))).isNotEmpty();
  }

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../policies"))) {
      return files
          .filter(it -> it.getParent().endsWith("cases"))
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  private static List<Error> errors(String text) {
    Object plain =
        new YamlFiles(Map.of("cases.yaml", text), new Problems())
            .open("cases.yaml", "cases")
            .orElseThrow()
            .plain();
    return REGISTRY
        .getSchema(JSON.writeValueAsString(JsonSchema.of(CaseFile.class)))
        .validate(JSON.valueToTree(plain));
  }
}
