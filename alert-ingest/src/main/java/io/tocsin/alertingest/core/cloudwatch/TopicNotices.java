package io.tocsin.alertingest.core.cloudwatch;

import io.tocsin.alertingest.core.sns.Envelope;
import io.tocsin.alertingest.core.sns.MessageType;
import io.tocsin.alertingest.core.sns.Topic;
import io.tocsin.contracts.events.Signal;
import java.util.Map;
import java.util.Optional;

/** What a topic says that is no alarm. */
final class TopicNotices {
  private TopicNotices() {}

  /** A budget, a scaling group, somebody's test: kept, and opens no incident. */
  static Notice published(Envelope envelope, Topic topic) {
    String title =
        Optional.ofNullable(envelope.subject())
            .filter(subject -> !subject.isBlank())
            .or(() -> envelope.message().lines().filter(line -> !line.isBlank()).findFirst())
            .orElse("An empty message");
    return notice(envelope, topic, Signal.NOTICE, "message\n" + envelope.messageId(), title);
  }

  /**
   * Anybody who has seen one message can end a subscription, and then no alarm is heard: a warning,
   * until the topic is subscribed again.
   */
  static Notice handshake(Envelope envelope, Topic topic) {
    boolean ended = envelope.type() == MessageType.END_OF_SUBSCRIPTION;
    return notice(
        envelope,
        topic,
        ended ? Signal.WARNED : Signal.RECOVERED,
        "subscription\n" + topic.arn(),
        "No alarms come from the SNS topic %s: its subscription was ended".formatted(topic.arn()));
  }

  private static Notice notice(
      Envelope envelope, Topic topic, Signal signal, String key, String title) {
    return new Notice(
        signal,
        envelope.type().wireName(),
        key,
        title,
        text(envelope),
        topic.account(),
        Map.of("topic", topic.arn(), "account", topic.account(), "region", topic.region()));
  }

  /** SNS's own words name an address that undoes what was done; it is no one's to follow. */
  private static String text(Envelope envelope) {
    return switch (envelope.type()) {
      case NOTIFICATION -> envelope.message();
      case SUBSCRIPTION -> "The subscription of " + envelope.topicArn() + " is confirmed.";
      case END_OF_SUBSCRIPTION ->
          "Subscribe %s again, or take it out of 'topics' in integrations.yaml."
              .formatted(envelope.topicArn());
    };
  }
}
