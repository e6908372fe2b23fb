package io.tocsin.chaos.core;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Tocsin cannot do, as the catch-all is told of it past Kafka and engine: {@code
 * <installation>-tocsin-<trouble>}.
 */
public record AlarmKey(String installation, String trouble) {
  private static final Pattern FORM = Pattern.compile("(.+?)-tocsin-([a-z-]+)");

  /** The one that {@code key} is; empty where it is none. */
  public static Optional<AlarmKey> ofDedupKey(String key) {
    Matcher form = FORM.matcher(key);
    return form.matches()
        ? Optional.of(new AlarmKey(form.group(1), form.group(2)))
        : Optional.empty();
  }
}
