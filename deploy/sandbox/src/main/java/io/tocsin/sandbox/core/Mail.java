package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mail as its receiver sees it.
 *
 * @param to everyone in its header {@code To}
 * @param follows the id of what it answers; empty where it begins
 * @param text the plain part
 * @param html the HTML part; empty where there is none
 * @param headers those that matter to programs, as they were sent
 */
public record Mail(
    String id,
    String follows,
    String from,
    List<String> to,
    String subject,
    String text,
    String html,
    Map<String, String> headers,
    Instant at) {
  public Mail {
    to = List.copyOf(to);
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }
}
