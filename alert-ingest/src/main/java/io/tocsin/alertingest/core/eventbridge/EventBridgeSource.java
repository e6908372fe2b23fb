package io.tocsin.alertingest.core.eventbridge;

import io.tocsin.alertingest.core.AlertSource;
import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.alertingest.core.PayloadReader;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.core.Webhook;
import io.tocsin.alertingest.core.aws.Fields;
import io.tocsin.alertingest.core.cloudwatch.Events;
import io.tocsin.contracts.policy.Policies;
import java.util.List;
import java.util.function.Supplier;

/** One event of EventBridge in a body, proven by the key in the path alone (RUN-03.1b). */
public final class EventBridgeSource implements AlertSource {
  public static final String NAME = "eventbridge";

  private final PayloadReader reader;
  private final Events events;

  /**
   * @param policies the current ones: their catalogs know the services that alarms are named after
   */
  public EventBridgeSource(PayloadReader reader, Supplier<Policies> policies) {
    this.reader = reader;
    this.events = new Events(reader, policies);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ParseResult parse(Webhook webhook) throws Unreadable {
    Fields event = Fields.of(reader.read(webhook.body(), webhook.contentType()));
    if (!Events.isOne(event)) {
      throw new Unreadable(
          "this is no event of EventBridge: it must have 'detail-type', 'source' and 'detail'."
              + " What comes from SNS goes to /webhooks/cloudwatch");
    }
    boolean timed = event.has("time");
    String unnamed = timed ? "content\n" + reader.write(event.written()) : webhook.chance();
    return new ParseResult(List.of(events.alert(event, webhook, NAME, unnamed)), List.of());
  }
}
