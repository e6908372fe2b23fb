package io.tocsin.alertingest.edge.json;

import io.tocsin.alertingest.core.PayloadReader;
import io.tocsin.alertingest.core.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Jackson, forgiving what templates do wrong: raw line breaks in strings, a comma too many, bytes
 * that are no UTF-8.
 */
public final class JacksonReader implements PayloadReader {
  private static final int MAX_DEPTH = 64;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .build())
          .build();

  @Override
  public @Nullable Object read(byte[] body, @Nullable String contentType) throws Unreadable {
    String text = withoutMark(new String(body, StandardCharsets.UTF_8)).strip();
    if (text.isEmpty()) {
      throw new Unreadable("the body is blank");
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      return json(text);
    }
    if (isForm(text, contentType)) {
      return form(text);
    }
    throw new Unreadable("the body is neither JSON nor a form");
  }

  @Override
  public @Nullable Object json(String text) throws Unreadable {
    try (JsonParser parser = mapper.createParser(text)) {
      parser.nextToken();
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new Unreadable("there is more after the end of the JSON, at " + place(parser));
      }
      return value;
    } catch (JacksonException e) {
      throw new Unreadable(
          "the JSON is broken at line %d, column %d: %s"
              .formatted(
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 0 : e.getLocation().getColumnNr(),
                  e.getClass().getSimpleName()));
    }
  }

  @Override
  public String write(@Nullable Object value) {
    return mapper.writeValueAsString(value);
  }

  private static @Nullable Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        object.putIfAbsent(name, value(parser));
      }
      return object;
    }
    if (token == JsonToken.START_ARRAY) {
      List<@Nullable Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(parser));
      }
      return list;
    }
    return token == JsonToken.VALUE_NULL ? null : parser.getString();
  }

  private Map<String, @Nullable Object> form(String text) throws Unreadable {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(
            Form.decoded(pair.substring(0, equals)),
            nested(Form.decoded(pair.substring(equals + 1))));
      }
    }
    return fields;
  }

  /** Datadog writes objects into form fields as JSON; what only looks like it stays text. */
  private @Nullable Object nested(String value) {
    if (value.startsWith("{") || value.startsWith("[")) {
      try {
        return json(value);
      } catch (Unreadable e) {
        return value;
      }
    }
    return value;
  }

  private static boolean isForm(String text, @Nullable String contentType) {
    boolean said =
        contentType != null
            && contentType.toLowerCase(Locale.ROOT).contains("x-www-form-urlencoded");
    return (said && text.indexOf('=') > 0) || Form.looksLikeOne(text);
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String place(JsonParser parser) {
    return "line " + parser.currentTokenLocation().getLineNr();
  }
}
