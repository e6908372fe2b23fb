package io.tocsin.alertingest.core.cloudwatch;

import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.core.aws.AwsTime;
import io.tocsin.alertingest.core.aws.Fields;
import io.tocsin.alertingest.core.cloudwatch.Alarm.Change;
import io.tocsin.alertingest.core.cloudwatch.Alarm.Pair;
import io.tocsin.alertingest.core.sns.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An alarm in the form that CloudWatch publishes to a topic (RUN-03.1b). */
final class MessageAlarm {
  private MessageAlarm() {}

  static boolean isOne(Fields message) {
    return message.text("AlarmName").isPresent();
  }

  /**
   * @param topic where it came from: an alarm speaks to topics of its own region only, which says
   *     the ARN that old messages lack
   * @throws Unreadable when it does not say its state
   */
  static Alarm of(Fields message, Topic topic) throws Unreadable {
    String name = message.text("AlarmName").orElseThrow();
    AlarmArn arn =
        message
            .text("AlarmArn")
            .flatMap(AlarmArn::of)
            .orElseGet(
                () ->
                    new AlarmArn(
                        topic.partition(),
                        topic.region(),
                        message.text("AWSAccountId").orElse(topic.account()),
                        name));
    Change change =
        new Change(
            message
                .text("NewStateValue")
                .orElseThrow(() -> new Unreadable("the alarm '" + name + "' says no state")),
            message.text("OldStateValue"),
            message.text("NewStateReason").orElse(""),
            message.text("StateChangeTime").flatMap(AwsTime::parse),
            message.text("ActionsSuppressedBy"));
    return new Alarm(
        arn,
        change,
        watched(message),
        message.text("AlarmDescription"),
        message.text("AlarmContributorId"),
        tags(message));
  }

  private static Watched watched(Fields message) {
    Optional<String> rule = message.text("AlarmRule");
    if (rule.isPresent()) {
      return Watched.composite(rule.get(), message.items("TriggeringChildren"));
    }
    Watched watched = Watched.of(message.section("Trigger"));
    List<Pair> dimensions = new ArrayList<>(watched.dimensions());
    message
        .section("AlarmContributorAttributes")
        .forEachText((name, value) -> dimensions.add(new Pair(name, value)));
    return new Watched(watched.kind(), watched.facts(), dimensions, watched.children());
  }

  /** As an object, or as AWS lists tags elsewhere: {@code [{Key, Value}]}. */
  private static List<Pair> tags(Fields message) {
    List<Pair> tags = new ArrayList<>();
    message.section("AlarmTags").forEachText((name, value) -> tags.add(new Pair(name, value)));
    for (Fields tag : message.items("AlarmTags")) {
      tag.text("Key").ifPresent(name -> tags.add(new Pair(name, tag.text("Value").orElse(""))));
    }
    return tags;
  }
}
