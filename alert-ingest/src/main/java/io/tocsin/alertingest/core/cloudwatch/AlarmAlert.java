package io.tocsin.alertingest.core.cloudwatch;

import static io.tocsin.contracts.events.Signal.NO_DATA;
import static io.tocsin.contracts.events.Signal.RECOVERED;
import static io.tocsin.contracts.events.Signal.TRIGGERED;

import io.tocsin.alertingest.core.Environments;
import io.tocsin.alertingest.core.Labels;
import io.tocsin.alertingest.core.Text;
import io.tocsin.alertingest.core.Webhook;
import io.tocsin.alertingest.core.cloudwatch.Alarm.Pair;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An alarm of CloudWatch as an alert of ours (RUN-03.1b). */
final class AlarmAlert {
  private static final Map<String, Signal> SIGNALS =
      Map.of("ALARM", TRIGGERED, "OK", RECOVERED, "INSUFFICIENT_DATA", NO_DATA);
  private static final List<String> LEVEL_TAGS = List.of("severity", "priority", "level");
  private static final Pattern LEVEL = Pattern.compile("[Pp][1-5]");
  private static final String ENVIRONMENT = "env|environment";

  private final Services services;

  AlarmAlert(Services services) {
    this.services = services;
  }

  /** A state that nobody knows is an alarm, because it may be one. */
  Alert of(Alarm alarm, Webhook webhook, Delivery delivery) {
    String integration = webhook.integration().name();
    Labels labels = AlarmLabels.of(alarm);
    Optional<Instant> changed = alarm.change().at().or(delivery::sentAt);
    return new Alert(
        delivery.id(integration),
        key(integration, alarm),
        integration,
        delivery.source(),
        SIGNALS.getOrDefault(alarm.change().state(), TRIGGERED),
        Text.atMost(Text.line(alarm.change().state()), Notice.MAX_SAID),
        Text.atMost(Text.line(alarm.arn().name()), Notice.MAX_TITLE),
        Text.atMostBytes(description(alarm), Notice.MAX_DESCRIPTION_BYTES),
        services.of(alarm).orElse(null),
        environment(alarm, webhook),
        level(alarm),
        labels.withNote(),
        ConsoleLink.of(alarm.arn()),
        changed.orElse(webhook.receivedAt()),
        webhook.receivedAt(),
        changed.isPresent());
  }

  private static AlertKey key(String integration, Alarm alarm) {
    String contributor = alarm.contributor().map(id -> "\n" + id).orElse("");
    return AlertKey.of(integration, alarm.arn() + contributor);
  }

  private static String description(Alarm alarm) {
    return Stream.of(alarm.description().orElse(""), alarm.change().reason())
        .map(Text::block)
        .filter(Predicate.not(String::isEmpty))
        .collect(Collectors.joining("\n\n"));
  }

  /** By tag or dimension, else by account, else as the integration says (MED-env). */
  private static String environment(Alarm alarm, Webhook webhook) {
    String said =
        Stream.concat(alarm.tags().stream(), alarm.watched().dimensions().stream())
            .filter(pair -> pair.name().toLowerCase(Locale.ROOT).matches(ENVIRONMENT))
            .map(Pair::value)
            .collect(Collectors.joining(","));
    @Nullable String account = webhook.integration().accounts().get(alarm.arn().account());
    return Environments.of(said, account == null ? webhook.integration().environment() : account);
  }

  private static @Nullable String level(Alarm alarm) {
    return alarm.tags().stream()
        .filter(tag -> LEVEL_TAGS.contains(tag.name().toLowerCase(Locale.ROOT)))
        .map(tag -> tag.value().strip())
        .filter(said -> LEVEL.matcher(said).matches())
        .map(said -> said.toUpperCase(Locale.ROOT))
        .findFirst()
        .orElse(null);
  }
}
