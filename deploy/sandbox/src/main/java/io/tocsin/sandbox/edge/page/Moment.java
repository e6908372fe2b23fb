package io.tocsin.sandbox.edge.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A time for machines and for people. */
record Moment(String iso, String text) {
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  static Moment of(Instant at) {
    return new Moment(at.toString(), WORDS.format(at));
  }

  static @Nullable Moment ofNullable(@Nullable Instant at) {
    return at == null ? null : of(at);
  }
}
