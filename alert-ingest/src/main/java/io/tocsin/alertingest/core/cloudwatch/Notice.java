package io.tocsin.alertingest.core.cloudwatch;

import io.tocsin.alertingest.core.Environments;
import io.tocsin.alertingest.core.Labels;
import io.tocsin.alertingest.core.Text;
import io.tocsin.alertingest.core.Webhook;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What AWS says that is no alarm of CloudWatch.
 *
 * @param signal {@code NOTICE}: kept, and opens no incident; but for the end of a subscription
 * @param said in AWS's own word
 * @param key what it is about; the delivery's name when it is about nothing that lasts
 * @param account whose it is, for the environment
 */
record Notice(
    Signal signal,
    String said,
    String key,
    String title,
    String text,
    @Nullable String account,
    Map<String, String> labels) {
  static final int MAX_SAID = 200;
  static final int MAX_TITLE = 1024;
  static final int MAX_DESCRIPTION_BYTES = 16 * 1024;

  Alert toAlert(Webhook webhook, Delivery delivery) {
    String integration = webhook.integration().name();
    Labels bounded = new Labels();
    labels.forEach((name, value) -> bounded.field(name, Text.line(value)));
    String environment = account == null ? null : webhook.integration().accounts().get(account);
    Instant occurred = delivery.sentAt().orElse(webhook.receivedAt());
    return new Alert(
        delivery.id(integration),
        AlertKey.of(integration, key),
        integration,
        delivery.source(),
        signal,
        Text.atMost(Text.line(said), MAX_SAID),
        Text.atMost(Text.line(title), MAX_TITLE),
        Text.atMostBytes(Text.block(text), MAX_DESCRIPTION_BYTES),
        null,
        Environments.of(
            null, environment == null ? webhook.integration().environment() : environment),
        null,
        bounded.withNote(),
        List.of(),
        occurred,
        webhook.receivedAt(),
        delivery.sentAt().isPresent());
  }
}
