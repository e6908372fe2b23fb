package io.tocsin.alertingest.support;

import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.core.Webhook;
import io.tocsin.alertingest.core.datadog.DatadogSource;
import io.tocsin.alertingest.edge.json.JacksonReader;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.CatchAll;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Installation;
import io.tocsin.contracts.policy.Integration;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.Rung;
import io.tocsin.contracts.policy.catalog.Sensitivity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the tests begin with: policies by hand, fixtures, a parser. */
public final class Given {
  public static final Instant NOW = Instant.parse("2026-09-21T15:00:00Z");
  private static final DatadogSource DATADOG = new DatadogSource(new JacksonReader());

  private Given() {}

  public static Integration integration(String name, String environment) {
    return new Integration(
        name,
        "datadog",
        "${DATADOG_RX_KEY}",
        new TeamCode("RX"),
        environment,
        Severity.P2,
        Severity.P3,
        Sensitivity.NONE);
  }

  public static Policies policies(Integration... integrations) {
    Map<String, Integration> byName = new java.util.HashMap<>();
    for (Integration integration : integrations) {
      byName.put(integration.name(), integration);
    }
    return new Policies(
        "test",
        Map.of(),
        byName,
        new CatchAll(new TeamCode("ALL"), "Catch-all", Map.of(), List.of()),
        new Installation(0));
  }

  /** As {@link #policies}, with somebody to call when nobody else can be. */
  public static Policies withCatchAll(Integration integration) {
    Contact duty =
        new Contact(
            "duty",
            "Duty manager",
            Level.Clock.ALWAYS,
            Map.of(Channel.PAGERDUTY, "${PAGERDUTY_CATCH_ALL_KEY}", Channel.PHONE, "+12025550100"));
    Rung rung = new Rung("duty", List.of(Channel.PAGERDUTY), Duration.ofMinutes(5), true);
    return new Policies(
        "test",
        Map.of(),
        Map.of(integration.name(), integration),
        new CatchAll(new TeamCode("ALL"), "Catch-all", Map.of("duty", duty), List.of(rung)),
        new Installation(0));
  }

  public static String fixture(String path) {
    try (InputStream stream = Given.class.getResourceAsStream("/" + path)) {
      return new String(
          Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The only alert in {@code body}. */
  public static Alert alert(String body) {
    List<Alert> alerts = parsed(body).alerts();
    if (alerts.size() != 1) {
      throw new AssertionError("expected one alert, found " + alerts);
    }
    return alerts.get(0);
  }

  public static ParseResult parsed(String body) {
    return parsed(body, "application/json", integration("datadog-rx", null));
  }

  public static ParseResult parsed(String body, String contentType, Integration integration) {
    return parsed(body, contentType, integration, "chance");
  }

  public static ParseResult parsed(
      String body, String contentType, Integration integration, String chance) {
    try {
      return DATADOG.parse(
          new Webhook(
              body.getBytes(StandardCharsets.UTF_8), contentType, integration, NOW, chance));
    } catch (Unreadable e) {
      throw new AssertionError(e);
    }
  }
}
