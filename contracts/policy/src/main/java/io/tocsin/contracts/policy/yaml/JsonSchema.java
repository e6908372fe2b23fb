package io.tocsin.contracts.policy.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The JSON Schema of a policy file, for editors, made from the record that it becomes. */
public final class JsonSchema {
  private final Map<String, Object> definitions = new LinkedHashMap<>();

  private JsonSchema() {}

  /** The schema of a file that is bound to {@code type}, as maps and lists. */
  public static Map<String, Object> of(Class<? extends Record> type) {
    JsonSchema schema = new JsonSchema();
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.putAll(schema.section(type));
    if (!schema.definitions.isEmpty()) {
      root.put("$defs", schema.definitions);
    }
    return root;
  }

  private Map<String, Object> section(Class<? extends Record> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Member member : Member.of(type)) {
      if (member.isName()) {
        continue;
      }
      properties.put(member.key(), described(member));
      if (member.isNeeded()) {
        required.add(member.key());
      }
    }
    Map<String, Object> section = new LinkedHashMap<>();
    Says says = type.getAnnotation(Says.class);
    if (says != null) {
      section.put("description", says.value());
    }
    section.put("type", "object");
    section.put("properties", properties);
    if (!required.isEmpty()) {
      section.put("required", required);
    }
    section.put("additionalProperties", false);
    return section;
  }

  private Map<String, Object> described(Member member) {
    Map<String, Object> described = new LinkedHashMap<>();
    if (!member.says().isEmpty()) {
      described.put("description", member.says());
    }
    described.putAll(of(member.shape()));
    String standard = member.standard();
    if (standard != null && !standard.isEmpty()) {
      described.put("default", standard);
    }
    if (member.least() > 0) {
      described.put(
          member.shape() instanceof Shape.Many ? "minItems" : "minProperties", member.least());
    }
    return described;
  }

  private Map<String, Object> of(Shape shape) {
    if (shape instanceof Shape.Scalar scalar) {
      return new TreeMap<>(scalar.kind().schema());
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    if (shape instanceof Shape.Many many) {
      schema.put("type", "array");
      schema.put("items", of(many.item()));
      schema.put("uniqueItems", !many.repeating());
    } else if (shape instanceof Shape.Named named) {
      schema.put("type", "object");
      schema.put("propertyNames", new TreeMap<>(named.name().schema()));
      schema.put("additionalProperties", of(named.value()));
    } else {
      Class<? extends Record> type = ((Shape.Fields) shape).type();
      String name = type.getSimpleName();
      if (!definitions.containsKey(name)) {
        definitions.put(name, Map.of());
        definitions.put(name, section(type));
      }
      schema.put("$ref", "#/$defs/" + name);
    }
    return schema;
  }
}
