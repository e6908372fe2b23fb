package io.tocsin.allinone.cases.file;

import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.allinone.cases.Place;
import io.tocsin.allinone.cases.Step;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.policy.Integration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of {@code given}: exactly one thing that happens. */
final class GivenReader {
  private final Frame frame;
  private final String file;
  private final AlertReader alerts;
  private final CommandReader commands;
  private final Webhooks webhooks;
  private int deliveries;

  GivenReader(Frame frame, String file, Webhooks webhooks) {
    this.frame = frame;
    this.file = file;
    this.alerts = new AlertReader(frame);
    this.commands = new CommandReader(frame);
    this.webhooks = webhooks;
  }

  /** Empty, and reported, where nothing happens or what happens is wrong. */
  Optional<Step> step(OfStep step) {
    Instant at = frame.time(step, "at", step.at(), frame.start());
    Place place = new Place(file, frame.places().line(step));
    return given(step.thing(), at).map(given -> new Step(place, at, given));
  }

  private Optional<Step.Given> given(OfStep.@Nullable Thing thing, Instant at) {
    if (thing instanceof OfStep.Sent sent) {
      return alerts
          .alert(sent.alert(), at)
          .map(alert -> new Step.Sent(List.of(alert), sent.ruleFails()));
    } else if (thing instanceof OfStep.Recovered recovered) {
      return alerts.recovered(recovered, at).map(alert -> new Step.Sent(List.of(alert), false));
    } else if (thing instanceof OfStep.Posted posted) {
      return webhook(posted.webhook(), at).map(read -> new Step.Sent(read, posted.ruleFails()));
    } else if (thing instanceof OfStep.Turned turned) {
      Instant until = frame.time(turned, "until", turned.until(), Instant.MAX);
      return Optional.of(
          new Step.Turned(turned.provider(), turned.is(), turned.until() == null ? null : until));
    } else if (thing instanceof OfStep.Away away) {
      return Optional.of(new Step.Away(at.plus(away.down())));
    }
    return thing instanceof OfStep.Done done ? commands.read(done) : Optional.empty();
  }

  private Optional<List<Alert>> webhook(OfStep.OfWebhook webhook, Instant at) {
    Optional<Integration> sender =
        new Senders(frame).of(webhook, webhook.integration(), webhook.source());
    if (frame.places().isBroken(webhook, "body") || sender.isEmpty()) {
      return Optional.empty();
    }
    try {
      ParseResult result =
          webhooks.read(Webhooks.json(webhook.body()), sender.get(), at, "case-" + ++deliveries);
      result
          .unusable()
          .forEach(
              part -> frame.reject(webhook, "body", part.reason(), "mend this part of the body"));
      return Optional.of(result.alerts()).filter(it -> !it.isEmpty());
    } catch (Unreadable e) {
      frame.reject(webhook, "body", String.valueOf(e.getMessage()), "mend the body");
      return Optional.empty();
    }
  }
}
