package io.tocsin.alertingest.edge.http;

import io.tocsin.contracts.policy.Integration;
import reactor.core.publisher.Mono;

/** What a source asks of its senders beyond the key in the path. One bean for each such source. */
public interface Door {

  /** The source whose deliveries come through it. */
  String source();

  /**
   * Whether {@code body} may be read: the name that its sender gave the delivery and proved, which
   * every repeat bears; {@link Refused} when it may not.
   */
  Mono<String> open(Integration integration, byte[] body);
}
