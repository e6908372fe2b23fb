package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.runbook.Runbooks;
import io.tocsin.contracts.policy.severity.SeverityFile;
import io.tocsin.contracts.policy.yaml.JsonSchema;
import java.util.Map;
import java.util.TreeMap;

/** The JSON Schemas of all policy files, by the file's name. */
public final class PolicySchemas {
  private static final Map<String, Class<? extends Record>> FILES =
      new TreeMap<>(
          Map.of(
              "integrations.yaml", IntegrationsFile.class,
              "catch-all.yaml", CatchAllFile.class,
              "policy.yaml", PolicyFile.class,
              "services.yaml", ServicesFile.class,
              "contacts.yaml", ContactsFile.class,
              "severity.yaml", SeverityFile.class,
              "runbooks.yaml", Runbooks.class,
              "maintenance.yaml", MaintenanceFile.class));

  private PolicySchemas() {}

  /** Each schema as maps and lists, ready to be written as JSON. */
  public static Map<String, Map<String, Object>> all() {
    Map<String, Map<String, Object>> schemas = new TreeMap<>();
    FILES.forEach((name, type) -> schemas.put(name, JsonSchema.of(type)));
    return schemas;
  }
}
