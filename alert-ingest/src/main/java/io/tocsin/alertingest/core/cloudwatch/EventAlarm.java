package io.tocsin.alertingest.core.cloudwatch;

import io.tocsin.alertingest.core.PayloadReader;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.core.aws.AwsTime;
import io.tocsin.alertingest.core.aws.Fields;
import io.tocsin.alertingest.core.cloudwatch.Alarm.Change;
import io.tocsin.alertingest.core.cloudwatch.Alarm.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An alarm in EventBridge's form (RUN-03.1b). */
final class EventAlarm {
  private static final Set<String> CHANGES =
      Set.of("CloudWatch Alarm State Change", "CloudWatch Alarm Contributor State Change");

  private EventAlarm() {}

  static boolean isOne(Fields event) {
    return event.text("source").orElse("").equals("aws.cloudwatch")
        && event.text("detail-type").filter(CHANGES::contains).isPresent();
  }

  /**
   * @throws Unreadable when it does not say its name or state
   */
  static Alarm of(Fields event, PayloadReader reader) throws Unreadable {
    Fields detail = event.section("detail");
    Fields state = detail.section("state");
    AlarmArn arn = arn(event, detail);
    Change change =
        new Change(
            state
                .text("value")
                .orElseThrow(() -> new Unreadable("the alarm '" + arn.name() + "' says no state")),
            detail.section("previousState").text("value"),
            state.text("reason").orElse(""),
            state.text("timestamp").flatMap(AwsTime::parse),
            state.text("actionsSuppressedBy"));
    Fields contributor = detail.section("alarmContributor");
    return new Alarm(
        arn,
        change,
        watched(detail, reasonData(state, reader), contributor),
        detail.section("configuration").text("description"),
        contributor.text("id"),
        List.of());
  }

  private static AlarmArn arn(Fields event, Fields detail) throws Unreadable {
    Optional<AlarmArn> said = event.firstOf("resources").flatMap(AlarmArn::of);
    if (said.isPresent()) {
      return said.get();
    }
    String name =
        detail
            .text("alarmName")
            .orElseThrow(() -> new Unreadable("the event does not say of which alarm it is"));
    return new AlarmArn(
        "aws", event.text("region").orElse(""), event.text("account").orElse(""), name);
  }

  private static Watched watched(Fields detail, Fields reason, Fields contributor) {
    Fields configuration = detail.section("configuration");
    Optional<String> rule = configuration.text("alarmRule");
    if (rule.isPresent()) {
      return Watched.composite(rule.get(), reason.items("triggeringAlarms"));
    }
    Watched watched = Watched.of(configuration);
    Map<String, String> facts = new LinkedHashMap<>(watched.facts());
    reason.text("threshold").ifPresent(it -> facts.putIfAbsent("threshold", it));
    List<Pair> dimensions = new ArrayList<>(watched.dimensions());
    contributor
        .section("attributes")
        .forEachText((name, value) -> dimensions.add(new Pair(name, value)));
    return new Watched(watched.kind(), facts, dimensions, watched.children());
  }

  /** JSON in a text; what cannot be read says nothing more. */
  private static Fields reasonData(Fields state, PayloadReader reader) {
    try {
      return Fields.of(reader.json(state.text("reasonData").orElse("{}")));
    } catch (Unreadable e) {
      return Fields.of(null);
    }
  }
}
