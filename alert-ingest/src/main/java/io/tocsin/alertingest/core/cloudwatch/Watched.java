package io.tocsin.alertingest.core.cloudwatch;

import io.tocsin.alertingest.core.aws.Fields;
import io.tocsin.alertingest.core.cloudwatch.Alarm.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an alarm looks at.
 *
 * @param facts its metric and bounds, as labels
 * @param dimensions of all its metrics, the first metric's first
 * @param children the names of the alarms that a composite one follows and that are on
 */
record Watched(Kind kind, Map<String, String> facts, List<Pair> dimensions, List<String> children) {
  private static final String BAND = "ANOMALY_DETECTION_BAND";

  /** The alarms that CloudWatch knows, under the words that rules ask for. */
  enum Kind {
    METRIC("metric"),
    METRIC_MATH("metric-math"),
    ANOMALY("anomaly"),
    COMPOSITE("composite"),
    UNKNOWN("unknown");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  Watched {
    dimensions = List.copyOf(dimensions);
    children = List.copyOf(children);
  }

  /** A composite alarm: a rule over others, and no metric of its own. */
  static Watched composite(String rule, List<Fields> children) {
    List<String> on =
        children.stream()
            .filter(child -> child.section("State").text("Value").orElse("ALARM").equals("ALARM"))
            .flatMap(child -> child.text("Arn").flatMap(AlarmArn::of).stream())
            .map(AlarmArn::name)
            .toList();
    return new Watched(Kind.COMPOSITE, Map.of("alarm_rule", rule), List.of(), on);
  }

  /**
   * One metric, several under an expression, or one and its expected band.
   *
   * @param trigger holds {@code Metrics}, or is the only metric itself
   */
  static Watched of(Fields trigger) {
    Map<String, String> facts = new LinkedHashMap<>();
    List<Pair> dimensions = new ArrayList<>();
    List<Fields> metrics = trigger.items("Metrics");
    if (metrics.isEmpty()) {
      metric(trigger, facts, dimensions);
      trigger
          .text("Statistic")
          .or(() -> trigger.text("ExtendedStatistic"))
          .ifPresent(it -> facts.put("statistic", it));
    }
    metrics.forEach(one -> oneOf(one, facts, dimensions));
    trigger.text("ComparisonOperator").ifPresent(it -> facts.put("comparison_operator", it));
    trigger.text("Threshold").ifPresent(it -> facts.put("threshold", it));
    return new Watched(kind(trigger, metrics), facts, dimensions, List.of());
  }

  private static Kind kind(Fields trigger, List<Fields> metrics) {
    boolean hasBand =
        metrics.stream().anyMatch(one -> one.text("Expression").orElse("").contains(BAND));
    if (hasBand || trigger.has("ThresholdMetricId")) {
      return Kind.ANOMALY;
    }
    if (metrics.stream().anyMatch(one -> one.has("Expression"))) {
      return Kind.METRIC_MATH;
    }
    return metrics.isEmpty() && !trigger.has("MetricName") ? Kind.UNKNOWN : Kind.METRIC;
  }

  private static void oneOf(Fields one, Map<String, String> facts, List<Pair> dimensions) {
    Fields stat = one.section("MetricStat");
    if (one.has("MetricStat")) {
      metric(stat.section("Metric"), facts, dimensions);
      stat.text("Stat").ifPresent(it -> facts.putIfAbsent("statistic", it));
    }
    one.text("Expression").ifPresent(it -> facts.putIfAbsent("expression", it));
    one.text("Label").ifPresent(it -> facts.putIfAbsent("metric_label", it));
  }

  private static void metric(Fields metric, Map<String, String> facts, List<Pair> dimensions) {
    Optional<String> name = metric.text("MetricName").or(() -> metric.text("name"));
    name.ifPresent(it -> facts.putIfAbsent("metric_name", it));
    metric.text("Namespace").ifPresent(it -> facts.putIfAbsent("namespace", it));
    metric
        .items("Dimensions")
        .forEach(
            one ->
                one.text("name")
                    .ifPresent(it -> dimensions.add(new Pair(it, one.text("value").orElse("")))));
    metric.section("Dimensions").forEachText((key, value) -> dimensions.add(new Pair(key, value)));
  }
}
