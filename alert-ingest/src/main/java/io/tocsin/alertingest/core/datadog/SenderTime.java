package io.tocsin.alertingest.core.datadog;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** When Datadog says it happened: epoch milliseconds or seconds, or RFC 3339. */
final class SenderTime {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal FIRST_MILLIS = BigDecimal.valueOf(100_000_000_000L);
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final int LONGEST = 40;

  private SenderTime() {}

  /** The last update orders the states of an alert; its date is the next best. */
  static Optional<Instant> of(Fields fields) {
    return fields
        .first("lastupdated")
        .flatMap(SenderTime::parse)
        .or(() -> fields.first("date").flatMap(SenderTime::parse))
        .or(() -> fields.first("lastupdatedposix", "dateposix").flatMap(SenderTime::parse))
        .or(() -> fields.first("timestamp", "occurredat", "time").flatMap(SenderTime::parse));
  }

  /** Empty when {@code text} is no time, or none that can be meant. */
  static Optional<Instant> parse(String text) {
    String time = text.strip();
    if (time.isEmpty() || time.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Instant instant =
          Character.isDigit(time.charAt(0)) && time.indexOf('-') < 0
              ? epoch(new BigDecimal(time))
              : OffsetDateTime.parse(time).toInstant();
      return Optional.of(instant).filter(it -> it.isAfter(EARLIEST) && it.isBefore(LATEST));
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Instant epoch(BigDecimal number) {
    if (number.precision() - number.scale() > LONGEST) {
      throw new ArithmeticException("too large for a time");
    }
    BigDecimal millis = number.compareTo(FIRST_MILLIS) < 0 ? number.multiply(THOUSAND) : number;
    return Instant.ofEpochMilli(millis.longValue());
  }
}
