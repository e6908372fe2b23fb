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
    Choice choice = Choice.of(type);
    Map<String, Object> section = new LinkedHashMap<>();
    if (choice.options().isEmpty()) {
      return describe(type, keys(List.of(type)));
    }
    section.put("type", "object");
    section.put(
        "oneOf",
        choice.options().stream()
            .map(option -> describe(option, keys(List.of(option, type))))
            .toList());
    return describe(type, section);
  }

  private static Map<String, Object> describe(
      Class<? extends Record> type, Map<String, Object> schema) {
    Map<String, Object> described = new LinkedHashMap<>();
    Says says = type.getAnnotation(Says.class);
    if (says != null) {
      described.put("description", says.value());
    }
    described.putAll(schema);
    return described;
  }

  /** A section that may have the keys of all {@code types}, and no other. */
  private Map<String, Object> keys(List<Class<? extends Record>> types) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Class<? extends Record> type : types) {
      for (Member member : Member.of(type)) {
        if (member.isName() || member.isChoice()) {
          continue;
        }
        properties.put(member.key(), described(member));
        boolean isWord = types.size() > 1 && member.key().equals(Written.word(types.get(0)));
        if (member.isNeeded() || isWord) {
          required.add(member.key());
        }
      }
    }
    Map<String, Object> section = new LinkedHashMap<>();
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
      if (many.orOne()) {
        return Map.of("anyOf", List.of(schema, of(many.item())));
      }
    } else if (shape instanceof Shape.Named named) {
      schema.put("type", "object");
      schema.put("propertyNames", new TreeMap<>(named.name().schema()));
      schema.put("additionalProperties", of(named.value()));
    } else if (shape instanceof Shape.Fields fields) {
      Class<? extends Record> type = fields.type();
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
