package io.tocsin.contracts.events;

import org.jspecify.annotations.Nullable;

/**
 * Who has it.
 *
 * @param owner who answers for it; only an explicit hand-over changes one owner for another
 * @param acknowledgedBy who stopped the ladder last
 * @param quietedAt the revision at which pages ceased to be wanted, 0 if never: a page caused
 *     before it is not sent after it
 */
public record Response(@Nullable Actor owner, @Nullable Actor acknowledgedBy, long quietedAt) {
  public static final Response NOBODY = new Response(null, null, 0);
}
