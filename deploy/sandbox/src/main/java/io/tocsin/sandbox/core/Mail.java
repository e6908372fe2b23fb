package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.List;

/**
 * A mail as its receiver sees it.
 *
 * @param to everyone in its header {@code To}
 * @param follows the id of what it answers; empty where it begins
 * @param text the plain part
 * @param html the HTML part; empty where there is none
 */
public record Mail(
    String id,
    String follows,
    String from,
    List<String> to,
    String subject,
    String text,
    String html,
    Instant at) {
  public Mail {
    to = List.copyOf(to);
  }
}
