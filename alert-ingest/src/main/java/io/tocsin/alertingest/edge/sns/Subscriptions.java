package io.tocsin.alertingest.edge.sns;

import io.tocsin.alertingest.core.sns.Confirmation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Tells SNS that a topic's messages are wanted (RUN-03.1b). */
public class Subscriptions {
  private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);

  private final WebClient client;

  public Subscriptions(WebClient client) {
    this.client = client;
  }

  /** Completes when SNS has taken it; once more does no harm. */
  public Mono<Void> confirm(Confirmation confirmation) {
    return client
        .get()
        .uri(confirmation.uri())
        .retrieve()
        .toBodilessEntity()
        .doOnSuccess(
            taken -> log.info("the subscription of {} is confirmed", confirmation.topic().arn()))
        .then();
  }
}
