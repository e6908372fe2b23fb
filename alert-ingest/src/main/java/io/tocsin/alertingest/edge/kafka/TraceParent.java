package io.tocsin.alertingest.edge.kafka;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C trace context: the sender's, or a new one when it sent none that is valid. */
public record TraceParent(String value) {
  private static final Pattern VALID =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  public static TraceParent of(@Nullable String header) {
    if (header != null && VALID.matcher(header).matches()) {
      return new TraceParent(header);
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return new TraceParent(
        "00-"
            + hex.toHexDigits(random.nextLong() | 1)
            + hex.toHexDigits(random.nextLong())
            + "-"
            + hex.toHexDigits(random.nextLong() | 1)
            + "-01");
  }
}
