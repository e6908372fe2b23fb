package io.tocsin.alertingest.core.cloudwatch;

import io.tocsin.alertingest.core.Labels;
import io.tocsin.alertingest.core.Text;
import io.tocsin.alertingest.core.cloudwatch.Alarm.Pair;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tags, dimensions and what an alarm watches as labels, in small letters as rules ask for them. */
final class AlarmLabels {
  private static final Set<String> DECIDING = Set.of("service", "env", "environment");
  private static final Pattern VALUE = Pattern.compile("datapoints? \\[(-?[0-9.E+-]{1,40}) ");
  private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])");
  private static final Pattern GAP = Pattern.compile("[\\s.-]+");

  private AlarmLabels() {}

  static Labels of(Alarm alarm) {
    Labels labels = new Labels();
    decidingFirst(alarm.tags())
        .forEach(tag -> labels.tag(Text.line(tag.name()).toLowerCase(Locale.ROOT), line(tag)));
    labels.field("alarm_name", Text.line(alarm.arn().name()));
    labels.field("alarm_kind", alarm.watched().kind().word());
    labels.field("account", alarm.arn().account());
    labels.field("region", alarm.arn().region());
    alarm.watched().facts().forEach((name, value) -> labels.field(name, Text.line(value)));
    value(alarm.change().reason(), labels);
    alarm.change().before().ifPresent(it -> labels.field("previous_state", Text.line(it)));
    alarm
        .change()
        .suppressedBy()
        .ifPresent(it -> labels.field("actions_suppressed_by", Text.line(it)));
    alarm.contributor().ifPresent(it -> labels.field("contributor", Text.line(it)));
    decidingFirst(alarm.watched().dimensions())
        .forEach(dimension -> labels.tag(snake(Text.line(dimension.name())), line(dimension)));
    return labels;
  }

  /** The newest value, which CloudWatch writes first. */
  private static void value(String reason, Labels labels) {
    Matcher value = VALUE.matcher(reason);
    if (value.find()) {
      labels.field("value", value.group(1));
    }
  }

  private static List<Pair> decidingFirst(List<Pair> pairs) {
    Comparator<Pair> deciding =
        Comparator.comparing(pair -> !DECIDING.contains(pair.name().toLowerCase(Locale.ROOT)));
    return pairs.stream().sorted(deciding).toList();
  }

  private static String line(Pair pair) {
    return Text.line(pair.value());
  }

  /** {@code DBInstanceIdentifier} as {@code db_instance_identifier}. */
  private static String snake(String name) {
    String parted = HUMP.matcher(name).replaceAll("$1$3_$2$4");
    return GAP.matcher(parted).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}
