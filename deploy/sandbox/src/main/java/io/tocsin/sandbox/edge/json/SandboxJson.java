package io.tocsin.sandbox.edge.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tocsin.sandbox.core.RawJson;
import io.tocsin.sandbox.core.ReceivedRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** JSON as the sandbox writes it: instants with milliseconds, nulls left out, enums lower case. */
public final class SandboxJson {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final TypeReference<List<Object>> LIST = new TypeReference<>() {};

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .changeDefaultPropertyInclusion(
              each -> each.withValueInclusion(JsonInclude.Include.NON_NULL))
          .addModule(
              new SimpleModule()
                  .addSerializer(new InstantWithMilliseconds())
                  .addSerializer(new AsItIs()))
          .build();

  /** Writes a value as UTF-8. */
  public byte[] write(Object value) {
    return mapper.writeValueAsBytes(value);
  }

  /** Writes a value as text. */
  public String text(Object value) {
    return mapper.writeValueAsString(value);
  }

  /** The same JSON over several lines, or the text itself where it is no JSON. */
  public String indented(String text) {
    if (text.isBlank()) {
      return text;
    }
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(text));
    } catch (JacksonException notJson) {
      return text;
    }
  }

  /** What the JSON list holds. */
  public List<Object> list(RawJson json) {
    return mapper.readValue(json.text(), LIST);
  }

  /** The JSON object that this is; empty where it is not one. */
  public Optional<Map<String, Object>> object(String json) {
    try {
      return Optional.ofNullable(mapper.readValue(json, OBJECT));
    } catch (JacksonException notAnObject) {
      return Optional.empty();
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws JacksonException where it is no such request
   */
  public ReceivedRequest request(byte[] json) {
    return mapper.readValue(json, ReceivedRequest.class);
  }

  private static final class AsItIs extends StdSerializer<RawJson> {

    AsItIs() {
      super(RawJson.class);
    }

    @Override
    public void serialize(RawJson value, JsonGenerator json, SerializationContext context) {
      json.writeRawValue(value.text());
    }
  }

  private static final class InstantWithMilliseconds extends StdSerializer<Instant> {

    private static final DateTimeFormatter FORMAT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    InstantWithMilliseconds() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
      json.writeString(FORMAT.format(value));
    }
  }
}
