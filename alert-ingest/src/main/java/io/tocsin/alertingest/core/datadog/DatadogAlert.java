package io.tocsin.alertingest.core.datadog;

import io.tocsin.alertingest.core.Environments;
import io.tocsin.alertingest.core.Labels;
import io.tocsin.alertingest.core.Text;
import io.tocsin.alertingest.core.Webhook;
import io.tocsin.contracts.events.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One templated alert of Datadog as ours (RUN-03.1a). */
final class DatadogAlert {
  static final int MAX_TITLE = 1024;
  static final int MAX_DESCRIPTION_BYTES = 16 * 1024;

  private static final Pattern LEVEL = Pattern.compile("\\s*[Pp][1-5]\\s*");
  private static final String FENCE = "%%%";
  private static final Pattern MARKDOWN_FENCE =
      Pattern.compile("(?m)^\\s*" + FENCE + "[ \\t]*$\\n?");

  private final Fields fields;
  private final String rawDescription;
  private final String rawTitle;
  private final StateTitle title;
  private final Tags tags;

  DatadogAlert(Fields fields) {
    this.fields = fields;
    this.rawDescription = description(fields);
    this.rawTitle = Text.line(title(fields, rawDescription));
    this.title = StateTitle.of(rawTitle);
    this.tags = Tags.of(fields.first("tags").orElse(""));
  }

  /** Whether it says what is wrong, or at least which monitor speaks. */
  boolean isUsable() {
    return !rawTitle.isEmpty();
  }

  /**
   * @param place among the alerts of the delivery
   */
  Alert toAlert(Webhook webhook, int place) {
    Optional<Instant> time = SenderTime.of(fields);
    Transition transition = Transition.of(fields, title);
    Identity identity = new Identity(fields, title, tags);
    String content = String.join("\n", transition.said(), rawTitle, rawDescription);
    Labels labels = DatadogLabels.of(fields, tags, scope());
    String integration = webhook.integration().name();
    String shownTitle = Text.atMost(title.text(), MAX_TITLE);
    String description = Text.atMostBytes(rawDescription, MAX_DESCRIPTION_BYTES);
    return new Alert(
        identity.id(webhook, content, time, webhook.chance() + "/" + place),
        identity.key(integration),
        integration,
        DatadogSource.NAME,
        transition.signal(),
        transition.said(),
        shownTitle,
        description,
        labels.get("service").map(said -> said.split(",", 2)[0]).orElse(null),
        environment(webhook, labels),
        level().orElse(null),
        labels.withNote(cut(shownTitle, description)),
        DatadogLinks.of(fields),
        time.orElse(webhook.receivedAt()),
        webhook.receivedAt(),
        time.isPresent());
  }

  private static String environment(Webhook webhook, Labels labels) {
    String said = labels.get("env").orElse("") + "," + labels.get("environment").orElse("");
    return Environments.of(said, webhook.integration().environment());
  }

  /** The monitor's priority; {@code $PRIORITY} is another thing, {@code normal} or {@code low}. */
  private Optional<String> level() {
    for (String name : List.of("alertpriority", "severity", "monitorpriority", "priority")) {
      Optional<String> level = fields.first(name).filter(said -> LEVEL.matcher(said).matches());
      if (level.isPresent()) {
        return level.map(said -> said.strip().toUpperCase(Locale.ROOT));
      }
    }
    return title.level();
  }

  private Tags scope() {
    return Tags.of(fields.first("alertscope", "scope").or(title::scope).orElse(""));
  }

  private String[] cut(String shownTitle, String description) {
    List<String> cut = new ArrayList<>();
    if (shownTitle.length() < title.text().length()) {
      cut.add("title");
    }
    if (description.length() < rawDescription.length()) {
      cut.add("description");
    }
    return cut.toArray(String[]::new);
  }

  private static String withoutFences(String text) {
    return text.contains(FENCE) ? MARKDOWN_FENCE.matcher(text).replaceAll("") : text;
  }

  private static String title(Fields fields, String description) {
    return fields
        .first("title", "eventtitle", "alerttitle", "monitorname", "subject", "summary")
        .or(() -> fields.first("incidenttitle", "securitysignaltitle", "securityrulename"))
        .or(() -> description.lines().filter(line -> !line.isBlank()).findFirst())
        .or(() -> fields.key("alertid", "monitorid").map(id -> "Datadog monitor " + id))
        .or(() -> fields.key("alertcyclekey", "deduplicationkey").map(key -> "Datadog alert"))
        .orElse("");
  }

  private static String description(Fields fields) {
    return fields
        .first("body", "eventmsg", "description", "textonlymsg", "message", "msg", "text")
        .or(() -> fields.first("incidentmsg", "securitysignalmsg", "alertstatus"))
        .map(DatadogAlert::withoutFences)
        .map(Text::block)
        .orElse("");
  }
}
