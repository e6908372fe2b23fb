package io.tocsin.allinone.cases.file;

import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.allinone.cases.Step;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.policy.Integration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One step of {@code given}: exactly one thing that happens. */
final class GivenReader {
  private static final String RULE_FAILS = "rule-fails";
  private static final List<String> KINDS =
      List.of("alert", "webhook", "recovered", "do", "provider", "down");

  private final Frame frame;
  private final AlertReader alerts;
  private final CommandReader commands;
  private final Webhooks webhooks;
  private int deliveries;

  GivenReader(Frame frame, Webhooks webhooks) {
    this.frame = frame;
    this.alerts = new AlertReader(frame);
    this.commands = new CommandReader(frame);
    this.webhooks = webhooks;
  }

  Optional<Step> step(Value item) {
    return item.fields()
        .flatMap(
            fields -> {
              Instant at = frame.at(fields);
              return given(fields, at).map(given -> new Step(item.place(), at, given));
            });
  }

  private Optional<Step.Given> given(Fields fields, Instant at) {
    List<String> kinds = KINDS.stream().filter(fields::has).toList();
    if (kinds.size() != 1) {
      reject(fields, kinds);
      return Optional.empty();
    }
    return switch (kinds.get(0)) {
      case "alert" ->
          fields
              .allow("at", "alert", RULE_FAILS)
              .find("alert")
              .flatMap(Value::fields)
              .flatMap(said -> alerts.alert(said, at))
              .map(alert -> new Step.Sent(List.of(alert), ruleFails(fields)));
      case "recovered" ->
          fields
              .allow("at", "recovered")
              .find("recovered")
              .flatMap(key -> alerts.recovered(key, at))
              .map(alert -> new Step.Sent(List.of(alert), false));
      case "webhook" ->
          fields
              .allow("at", "webhook", RULE_FAILS)
              .find("webhook")
              .flatMap(Value::fields)
              .flatMap(sent -> webhook(sent, at))
              .map(read -> new Step.Sent(read, ruleFails(fields)));
      case "provider" -> provider(fields);
      case "down" ->
          fields
              .allow("at", "down")
              .find("down", Form.SPAN)
              .map(span -> new Step.Away(at.plus(span)));
      default -> commands.read(fields);
    };
  }

  private static void reject(Fields fields, List<String> kinds) {
    List<String> known = Stream.concat(KINDS.stream(), Stream.of("at")).toList();
    if (!kinds.isEmpty()) {
      fields
          .self()
          .reject(String.join(", ", kinds), "are several things", "give each a step of its own");
    } else if (!fields.unknown(known, known)) {
      fields.self().reject("a step", "says not what happens", "write one of " + Names.oneOf(KINDS));
    }
  }

  private Optional<Step.Given> provider(Fields fields) {
    fields.allow("at", "provider", "is", "until");
    Optional<Instant> until = fields.find("until", frame.time().from(frame.start()));
    return fields
        .find("provider", Form.CHANNEL)
        .flatMap(
            channel ->
                fields
                    .need("is", Form.PROVIDER_STATE, "say how it is, 'is: refusing'")
                    .map(state -> new Step.Turned(channel, state, until.orElse(null))));
  }

  private static boolean ruleFails(Fields fields) {
    return fields.find(RULE_FAILS, Form.FLAG).orElse(false);
  }

  private Optional<List<Alert>> webhook(Fields fields, Instant at) {
    fields.allow("integration", "source", "body");
    Optional<Value> body = fields.need("body", "write the body as the tool sends it, as YAML");
    Optional<Integration> sender = new Senders(frame).of(fields);
    if (body.isEmpty() || sender.isEmpty()) {
      return Optional.empty();
    }
    try {
      ParseResult result =
          webhooks.read(
              Webhooks.json(body.get().plain()), sender.get(), at, "case-" + ++deliveries);
      result
          .unusable()
          .forEach(part -> body.get().reject(part.reason(), "mend this part of the body"));
      List<Alert> read = result.alerts();
      return Optional.of(read).filter(it -> !it.isEmpty());
    } catch (Unreadable e) {
      body.get().reject(String.valueOf(e.getMessage()), "mend the body");
      return Optional.empty();
    }
  }
}
