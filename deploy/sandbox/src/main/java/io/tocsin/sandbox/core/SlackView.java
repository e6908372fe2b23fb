package io.tocsin.sandbox.core;

import java.util.Map;

/**
 * A form that is open for somebody.
 *
 * @param user whom it was opened for; empty where no deed of theirs did
 * @param asked as it was asked for
 * @param errors what is wrong with what was sent, by block; an empty name is the form itself
 * @param filled what was sent and not taken
 */
public record SlackView(
    String id,
    String user,
    Map<String, Object> asked,
    Map<String, String> errors,
    Map<String, String> filled) {

  public SlackView {
    errors = Map.copyOf(errors);
    filled = Map.copyOf(filled);
  }
}
