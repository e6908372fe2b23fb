package io.tocsin.alertingest.core;

import org.jspecify.annotations.Nullable;

/**
 * Reads a body into plain values: maps, lists, text. Numbers and booleans are text as they were
 * written, because a 19-digit id is no number; JSON's null is null.
 */
public interface PayloadReader {

  /**
   * JSON or a form, whatever the content type says: senders do not say it right.
   *
   * @throws Unreadable when it is neither
   */
  @Nullable Object read(byte[] body, @Nullable String contentType) throws Unreadable;

  /**
   * JSON text inside a value.
   *
   * @throws Unreadable when it is none
   */
  @Nullable Object json(String text) throws Unreadable;

  /** The JSON of what was read. */
  String write(@Nullable Object value);
}
