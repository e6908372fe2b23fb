package io.tocsin.notifier.edge.pagerduty;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What PagerDuty says an event is; names that it does not know are errors here. */
final class EventSchema {
  private static final Schema SCHEMA = read();

  private EventSchema() {}

  static List<String> errors(JsonNode event) {
    return SCHEMA.validate(event).stream().map(Error::toString).toList();
  }

  private static Schema read() {
    try (InputStream file =
        EventSchema.class.getResourceAsStream("/pagerduty/events-v2.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ContractJson.MAPPER.readTree(file.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
