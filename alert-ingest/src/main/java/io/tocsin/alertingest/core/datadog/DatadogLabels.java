package io.tocsin.alertingest.core.datadog;

import io.tocsin.alertingest.core.Labels;
import io.tocsin.alertingest.core.Text;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tags, scope and the short fields of a template as labels. */
final class DatadogLabels {
  /** What has a place of its own in an alert, and what names a person. */
  private static final Set<String> NOT_LABELS =
      Set.of(
          "title",
          "eventtitle",
          "alerttitle",
          "body",
          "eventmsg",
          "description",
          "textonlymsg",
          "id",
          "eventid",
          "alertcyclekey",
          "cyclekey",
          "deduplicationkey",
          "dedupkey",
          "incidentkey",
          "aggregkey",
          "aggregationkey",
          "alerttransition",
          "transition",
          "tags",
          "alertscope",
          "scope",
          "alertpriority",
          "priority",
          "date",
          "lastupdated",
          "dateposix",
          "lastupdatedposix",
          "link",
          "url",
          "sourceurl",
          "alerturl",
          "eventurl",
          "snapshot",
          "snapshoturl",
          "email",
          "user",
          "username");

  private static final int SHORT = 256;
  private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
  private static final Pattern GAP = Pattern.compile("[\\s.-]+");

  private DatadogLabels() {}

  static Labels of(Fields fields, Tags tags, Tags scope) {
    Labels labels = new Labels();
    for (Tags.Tag tag : tags.decidingFirst().list()) {
      labels.tag(Text.line(tag.name()), Text.line(tag.value()));
    }
    for (Tags.Tag tag : scope.decidingFirst().list()) {
      labels.field(Text.line(tag.name()), Text.line(tag.value()));
    }
    fields.first("hostname").ifPresent(host -> labels.field("host", Text.line(host)));
    fields.forEach((name, field) -> add(labels, name, field));
    return labels;
  }

  private static void add(Labels labels, String name, Fields.Field field) {
    if (!NOT_LABELS.contains(name) && !name.equals("hostname") && field.value().length() <= SHORT) {
      labels.field(snake(Text.line(field.name())), Text.line(field.value()));
    }
  }

  /** {@code eventType} and {@code Event-Type} as {@code event_type}: what rules ask for. */
  private static String snake(String name) {
    String parted = HUMP.matcher(name).replaceAll("$1_$2");
    return GAP.matcher(parted).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}
