package io.tocsin.contracts.events;

import com.ethlo.time.ITU;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * A time as we write it, read by a reader of RFC 3339 alone; of what an alert costs on its way a
 * sixteenth was Java's, which reads any format. Whatever is written otherwise is still Jackson's.
 */
final class WireTime extends StdScalarDeserializer<Instant> {

  WireTime() {
    super(Instant.class);
  }

  @Override
  public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
    String text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getString() : "";
    if (text.endsWith("Z")) {
      try {
        return ITU.parseDateTime(text).toInstant();
      } catch (DateTimeException e) {
        // Jackson says what is wrong with it
      }
    }
    return InstantDeserializer.INSTANT.deserialize(parser, context);
  }
}
