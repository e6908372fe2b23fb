package io.tocsin.alertingest.core.cloudwatch;

import io.tocsin.alertingest.core.PayloadReader;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.core.Webhook;
import io.tocsin.alertingest.core.aws.AwsTime;
import io.tocsin.alertingest.core.aws.Fields;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.policy.Policies;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * EventBridge's events as alerts: changes of an alarm's state, and notices of everything else. The
 * event's id tells deliveries apart, also where it came by way of SNS: a rule may fire twice for
 * it.
 */
public final class Events {
  private final PayloadReader reader;
  private final AlarmAlert alarms;

  public Events(PayloadReader reader, Supplier<Policies> policies) {
    this.reader = reader;
    this.alarms = new AlarmAlert(new Services(policies));
  }

  /** Whether {@code body} is an event. */
  public static boolean isOne(Fields body) {
    return body.has("detail-type") && body.has("source") && body.has("detail");
  }

  /**
   * @param source the wire format, as the integration has it
   * @param unnamed the delivery's name when the event has no id
   * @throws Unreadable when it is of an alarm and does not say which, or in what state
   */
  public Alert alert(Fields event, Webhook webhook, String source, String unnamed)
      throws Unreadable {
    String id = event.text("id").map(it -> "event\n" + it).orElse(unnamed);
    Delivery delivery = new Delivery(source, id, event.text("time").flatMap(AwsTime::parse));
    return EventAlarm.isOne(event)
        ? alarms.of(EventAlarm.of(event, reader), webhook, delivery)
        : notice(event, id).toAlert(webhook, delivery);
  }

  private Notice notice(Fields event, String id) {
    String type = event.text("detail-type").orElse("event");
    Fields detail = event.section("detail");
    Optional<String> subject =
        detail.text("alarmName").or(() -> event.firstOf("resources")).filter(it -> !it.isBlank());
    Map<String, String> labels = new LinkedHashMap<>();
    event.text("source").ifPresent(it -> labels.put("event_source", it));
    event.text("account").ifPresent(it -> labels.put("account", it));
    event.text("region").ifPresent(it -> labels.put("region", it));
    detail.text("operation").ifPresent(it -> labels.put("operation", it));
    return new Notice(
        Signal.NOTICE,
        type,
        "notice\n" + id,
        type + subject.map(it -> ": " + it).orElse(""),
        reader.write(detail.written()),
        event.text("account").orElse(null),
        labels);
  }
}
