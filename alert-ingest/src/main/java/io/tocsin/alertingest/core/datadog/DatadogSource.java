package io.tocsin.alertingest.core.datadog;

import io.tocsin.alertingest.core.AlertSource;
import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.alertingest.core.ParseResult.Unusable;
import io.tocsin.alertingest.core.PayloadReader;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.core.Webhook;
import io.tocsin.contracts.events.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Datadog's webhooks (RUN-03.1a). The body is whatever template a user wrote, so fields are found
 * by what they are usually called, in JSON or as a form, wrapped or not.
 */
public final class DatadogSource implements AlertSource {
  static final String NAME = "datadog";

  /** More in one delivery is no alert storm but a mistake. */
  static final int MAX_ALERTS = 1000;

  private final PayloadReader reader;

  public DatadogSource(PayloadReader reader) {
    this.reader = reader;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ParseResult parse(Webhook webhook) throws Unreadable {
    List<?> elements = Elements.of(reader.read(webhook.body(), webhook.contentType()));
    if (elements.isEmpty()) {
      throw new Unreadable("there is no alert in it");
    }
    List<Alert> alerts = new ArrayList<>();
    List<Unusable> unusable = new ArrayList<>();
    for (int place = 0; place < Math.min(elements.size(), MAX_ALERTS); place++) {
      addOne(elements.get(place), webhook, place, alerts, unusable);
    }
    if (elements.size() > MAX_ALERTS) {
      unusable.add(tooMany(elements.subList(MAX_ALERTS, elements.size())));
    }
    return new ParseResult(alerts, unusable);
  }

  private void addOne(
      @Nullable Object element,
      Webhook webhook,
      int place,
      List<Alert> alerts,
      List<Unusable> unusable) {
    if (!(element instanceof Map<?, ?> object)) {
      unusable.add(new Unusable("an alert must be an object with fields", reader.write(element)));
      return;
    }
    DatadogAlert alert = new DatadogAlert(Fields.of(Elements.unwrapped(object), reader));
    if (alert.isUsable()) {
      alerts.add(alert.toAlert(webhook, place));
    } else {
      unusable.add(
          new Unusable(
              "no field says what is wrong: put $EVENT_TITLE in 'title' and $EVENT_MSG in 'body'",
              reader.write(element)));
    }
  }

  private Unusable tooMany(List<?> rest) {
    return new Unusable(
        "more than " + MAX_ALERTS + " alerts in one delivery: the rest is here",
        reader.write(rest));
  }
}
