package io.tocsin.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an editor is told of the policy files agrees with what the reader takes. */
class PolicySchemasTest {
  private static final Path SCHEMAS = Path.of("../../deploy/docs/schemas");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ObjectWriter WRITER = JSON.writerWithDefaultPrettyPrinter();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Test
  void theShippedSchemasAreThoseOfTheModel() throws IOException {
    Map<String, String> made = new TreeMap<>();
    PolicySchemas.all()
        .forEach((name, schema) -> made.put(file(name), WRITER.writeValueAsString(schema) + "\n"));
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(SCHEMAS);
      for (Map.Entry<String, String> schema : made.entrySet()) {
        Files.writeString(SCHEMAS.resolve(schema.getKey()), schema.getValue());
      }
    }
    Map<String, String> shipped = new TreeMap<>();
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      for (Path file : files.toList()) {
        shipped.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(shipped).containsAllEntriesOf(made);
  }

  @ParameterizedTest
  @MethodSource("goodFiles")
  void aFileThatTheReaderTakesIsTakenByItsSchema(Path file) throws IOException {
    assertThat(errors(file)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key-misspelt/team/policy.yaml",
        "rung-waits-for-nothing-said/team/policy.yaml",
        "rung-without-method/team/policy.yaml",
        "ladder-empty/team/policy.yaml",
        "duration-in-words/team/policy.yaml",
        "duration-without-unit/team/policy.yaml",
        "level-too-many/team/policy.yaml",
        "occasion-unknown/team/policy.yaml",
        "ticket-repository-by-address/team/policy.yaml",
        "review-without-topics/team/policy.yaml",
        "phone-without-country/team/contacts.yaml",
        "secret-in-the-clear/team/contacts.yaml",
        "health-check-incomplete/team/services.yaml",
        "runbook-without-symptoms/team/runbooks.yaml",
        "maintenance-owed-by-nobody/team/maintenance.yaml",
        "integration-key-in-the-clear/integrations.yaml"
      })
  void aFileWhoseFormTheReaderRefusesIsRefusedByItsSchema(String file) throws IOException {
    assertThat(errors(Path.of("src/test/resources/bad").resolve(file))).isNotEmpty();
  }

  static List<Path> goodFiles() throws IOException {
    try (Stream<Path> shipped = Files.walk(Shipped.ROOT);
        Stream<Path> small = Files.walk(Path.of("src/test/resources/good"))) {
      return Stream.concat(shipped, small)
          .filter(path -> !path.getParent().endsWith("cases"))
          .filter(path -> PolicySchemas.all().containsKey(path.getFileName().toString()))
          .toList();
    }
  }

  private static List<Error> errors(Path file) throws IOException {
    Map<String, Object> schema = PolicySchemas.all().get(file.getFileName().toString());
    Node root = new Yaml().compose(new StringReader(Files.readString(file)));
    return REGISTRY.getSchema(JSON.writeValueAsString(schema)).validate(json(root));
  }

  private static String file(String name) {
    return name.replace(".yaml", ".schema.json");
  }

  /** YAML 1.2 as editors read it: only true, false and numbers are no texts. */
  private static JsonNode json(Node node) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JSON.createObjectNode();
      mapping
          .getValue()
          .forEach(
              pair ->
                  object.set(
                      ((ScalarNode) pair.getKeyNode()).getValue(), json(pair.getValueNode())));
      return object;
    }
    if (node instanceof SequenceNode list) {
      ArrayNode array = JSON.createArrayNode();
      list.getValue().forEach(item -> array.add(json(item)));
      return array;
    }
    ScalarNode scalar = (ScalarNode) node;
    boolean plain = scalar.isPlain();
    String text = scalar.getValue();
    return plain && text.matches("true|false|-?\\d+(\\.\\d+)?")
        ? JSON.readTree(text)
        : JSON.getNodeFactory().stringNode(text);
  }
}
