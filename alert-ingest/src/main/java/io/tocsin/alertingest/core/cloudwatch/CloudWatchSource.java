package io.tocsin.alertingest.core.cloudwatch;

import io.tocsin.alertingest.core.AlertSource;
import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.alertingest.core.PayloadReader;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.core.Webhook;
import io.tocsin.alertingest.core.aws.AwsTime;
import io.tocsin.alertingest.core.aws.Fields;
import io.tocsin.alertingest.core.sns.Envelope;
import io.tocsin.alertingest.core.sns.MessageType;
import io.tocsin.alertingest.core.sns.Topic;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.policy.Policies;
import java.util.List;
import java.util.function.Supplier;

/**
 * What comes from a topic of SNS (RUN-03.1b): CloudWatch's alarms, the same in EventBridge's form,
 * the beginning and end of the subscription, and whatever else was published there.
 */
public final class CloudWatchSource implements AlertSource {
  public static final String NAME = "cloudwatch";

  private final PayloadReader reader;
  private final AlarmAlert alarms;
  private final Events events;

  /**
   * @param policies the current ones: their catalogs know the services that alarms are named after
   */
  public CloudWatchSource(PayloadReader reader, Supplier<Policies> policies) {
    this.reader = reader;
    this.alarms = new AlarmAlert(new Services(policies));
    this.events = new Events(reader, policies);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ParseResult parse(Webhook webhook) throws Unreadable {
    Envelope envelope = Envelope.of(webhook.body(), reader);
    Topic topic =
        Topic.of(envelope.topicArn())
            .orElseThrow(() -> new Unreadable("this is no message of SNS: its topic is none"));
    return new ParseResult(List.of(alert(envelope, topic, webhook)), List.of());
  }

  private Alert alert(Envelope envelope, Topic topic, Webhook webhook) throws Unreadable {
    Delivery delivery =
        new Delivery(NAME, envelope.messageId(), AwsTime.parse(envelope.timestamp()));
    if (envelope.type() != MessageType.NOTIFICATION) {
      return TopicNotices.handshake(envelope, topic).toAlert(webhook, delivery);
    }
    Fields message = message(envelope);
    if (MessageAlarm.isOne(message)) {
      return alarms.of(MessageAlarm.of(message, topic), webhook, delivery);
    }
    if (Events.isOne(message)) {
      return events.alert(message, webhook, NAME, envelope.messageId());
    }
    return TopicNotices.published(envelope, topic).toAlert(webhook, delivery);
  }

  /** Text that begins as JSON and is none may be an alarm that was cut: a person must see it. */
  private Fields message(Envelope envelope) throws Unreadable {
    String text = envelope.message().strip();
    return Fields.of(text.startsWith("{") ? reader.json(text) : null);
  }
}
