package io.tocsin.alertingest.support;

import io.tocsin.alertingest.core.AlertSource;
import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.core.Webhook;
import io.tocsin.alertingest.core.cloudwatch.CloudWatchSource;
import io.tocsin.alertingest.core.eventbridge.EventBridgeSource;
import io.tocsin.alertingest.edge.json.JacksonReader;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Integration;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.policy.catalog.Sensitivity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the tests of CloudWatch begin with: the shipped catalogs, and messages parsed by them. */
public final class Aws {
  public static final String SENT_AT = "2026-09-21T14:13:20.134Z";
  public static final String ID = "e288882d-4281-5be4-8fde-dccc11c8cb01";
  public static final Policies SHIPPED = shipped();
  private static final JacksonReader READER = new JacksonReader();
  private static final AlertSource CLOUDWATCH = new CloudWatchSource(READER, () -> SHIPPED);
  private static final AlertSource EVENTBRIDGE = new EventBridgeSource(READER, () -> SHIPPED);

  private Aws() {}

  public static Integration integration(String source) {
    return new Integration(
        source + "-rx",
        source,
        "${" + source.toUpperCase(Locale.ROOT) + "_RX_KEY}",
        new TeamCode("RX"),
        null,
        Severity.P2,
        Severity.P3,
        Sensitivity.NONE,
        source.equals("cloudwatch") ? Set.of(SnsSigner.TOPIC) : Set.of(),
        Map.of("123456789012", "production", "210987654321", "staging"));
  }

  /** {@code message} as SNS's envelope holds it; the signature is no matter of parsing. */
  public static String enveloped(String message) {
    Map<String, String> fields = SnsSigner.notificationFields(ID, message, SENT_AT);
    return unsigned(fields);
  }

  public static String unsigned(Map<String, String> fields) {
    fields.put("Signature", "AAAA");
    return SnsSigner.json(fields);
  }

  /** The only alert of what a topic publishes. */
  public static Alert published(String message) {
    return only(parsed(enveloped(message)));
  }

  public static Alert event(String body) {
    try {
      return only(EVENTBRIDGE.parse(webhook(body, "eventbridge")));
    } catch (Unreadable e) {
      throw new AssertionError(e);
    }
  }

  public static ParseResult parsed(String envelope) {
    try {
      return parse(envelope);
    } catch (Unreadable e) {
      throw new AssertionError(e);
    }
  }

  public static ParseResult parse(String envelope) throws Unreadable {
    return CLOUDWATCH.parse(webhook(envelope, "cloudwatch"));
  }

  public static ParseResult parseEvent(String body) throws Unreadable {
    return EVENTBRIDGE.parse(webhook(body, "eventbridge"));
  }

  public static Alert only(ParseResult result) {
    if (result.alerts().size() != 1 || !result.unusable().isEmpty()) {
      throw new AssertionError("expected one alert, found " + result);
    }
    return result.alerts().get(0);
  }

  private static Webhook webhook(String body, String source) {
    return new Webhook(
        body.getBytes(StandardCharsets.UTF_8),
        "text/plain; charset=UTF-8",
        integration(source),
        Given.NOW,
        "chance");
  }

  private static Policies shipped() {
    try {
      return PolicyLoader.load(PolicyFiles.read(Path.of("../deploy/policies")));
    } catch (PolicyRejected e) {
      throw new AssertionError(e);
    }
  }
}
