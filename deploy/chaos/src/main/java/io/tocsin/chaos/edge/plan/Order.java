package io.tocsin.chaos.edge.plan;

import java.time.Duration;

/**
 * What somebody does about a case.
 *
 * @param at since the load began, or as soon as there is an incident after that
 * @param id the idempotency key
 * @param subject the case; for a declaration what is declared
 * @param action the command's word, as in the path: {@code acknowledge}, {@code declare}
 * @param body in JSON; at a provider what is written there
 * @param via where: {@link #API}, {@link #TEXT}, or the wire name of the channel at whose provider
 *     it is done
 */
public record Order(
    Duration at, String id, Case subject, String action, String person, String body, String via) {
  /** Everything can be done here. */
  public static final String API = "api";

  /** A text is answered: by phone, as a key is pressed there. */
  public static final String TEXT = "text";

  /** The ticket. */
  public static final String GITHUB = "github";
}
