package io.tocsin.allinone.cases.file;

import io.tocsin.alertingest.core.AlertSource;
import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.alertingest.core.PayloadReader;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.core.Webhook;
import io.tocsin.alertingest.core.cloudwatch.CloudWatchSource;
import io.tocsin.alertingest.core.datadog.DatadogSource;
import io.tocsin.alertingest.core.eventbridge.EventBridgeSource;
import io.tocsin.alertingest.edge.json.JacksonReader;
import io.tocsin.contracts.policy.Integration;
import io.tocsin.contracts.policy.Policies;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Webhook bodies as alert-ingest reads them. */
public final class Webhooks {
  private static final PayloadReader JSON = new JacksonReader();

  private final Map<String, AlertSource> sources = new TreeMap<>();

  public Webhooks(Policies policies) {
    all(() -> policies).forEach(source -> sources.put(source.name(), source));
  }

  /** Every format that alert-ingest reads: one that is new there is added here. */
  private static List<AlertSource> all(Supplier<Policies> policies) {
    return List.of(
        new DatadogSource(JSON),
        new CloudWatchSource(JSON, policies),
        new EventBridgeSource(JSON, policies));
  }

  /** The formats that can be read. */
  public List<String> names() {
    return List.copyOf(sources.keySet());
  }

  /**
   * What {@code body} says when {@code sender} sends it.
   *
   * @param unique tells this delivery from others of the same body
   * @throws Unreadable when nothing of it can be understood; the message says why
   */
  public ParseResult read(byte[] body, Integration sender, Instant at, String unique)
      throws Unreadable {
    AlertSource source = sources.get(sender.source());
    if (source == null) {
      throw new Unreadable(
          "webhooks of %s are not read yet; there are %s"
              .formatted(sender.source(), String.join(", ", names())));
    }
    return source.parse(new Webhook(body, null, sender, at, unique));
  }

  static byte[] json(@Nullable Object body) {
    return JSON.write(body).getBytes(StandardCharsets.UTF_8);
  }
}
