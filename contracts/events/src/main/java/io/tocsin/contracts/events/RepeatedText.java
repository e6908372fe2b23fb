package io.tocsin.contracts.events;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * What thousands of records say in the same words (a service, a level's reason, a hash of a policy)
 * is kept once, as long as it has been read of late. Of an open incident's memory it is a quarter.
 */
final class RepeatedText extends StdScalarDeserializer<String> {
  private static final int LONGEST = 128;
  private static final int PLACES = 1 << 12;

  /** Written without a lock: a text lost to another thread is kept twice, no more. */
  private static final String[] KNOWN = new String[PLACES];

  RepeatedText() {
    super(String.class);
  }

  /** An equal text that was seen of late, else {@code text} itself. */
  static String once(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    int hash = text.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    String known = KNOWN[place];
    if (text.equals(known)) {
      return known;
    }
    KNOWN[place] = text;
    return text;
  }

  @Override
  public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
    @Nullable String text = StringDeserializer.instance.deserialize(parser, context);
    return text == null ? null : once(text);
  }
}
