package io.tocsin.notifier.edge.callback;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What a provider is answered.
 *
 * @param taken whether something came of it
 * @param note for the log: ids and names of things, nothing that a person wrote
 */
public record Reply(
    boolean taken, String note, HttpStatus status, @Nullable MediaType type, byte[] body) {

  /** Something came of it. */
  public static Reply taken(String note) {
    return new Reply(true, note, HttpStatus.OK, null, new byte[0]);
  }

  /** It was genuine, and nothing is to be done: another answer would only make it come again. */
  public static Reply ignored(String note) {
    return new Reply(false, note, HttpStatus.OK, null, new byte[0]);
  }

  /** With something to read for the provider. */
  public Reply with(MediaType as, String text) {
    return new Reply(taken, note, status, as, text.getBytes(StandardCharsets.UTF_8));
  }
}
