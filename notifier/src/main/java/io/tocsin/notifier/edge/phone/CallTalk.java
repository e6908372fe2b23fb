package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.Reason;
import io.tocsin.notifier.edge.callback.Commands;
import io.tocsin.notifier.edge.phone.PhoneReceiver.Said;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * What follows from a key. Whoever was called for a page may take that incident, and no other: the
 * page stands in the address, which only a call that we placed has.
 */
final class CallTalk {
  private static final String PHONE = Channel.PHONE.wireName();

  private final Outbox outbox;
  private final Engine engine;
  private final Script script;
  private final SpokenPages spoken;
  private final PressedCalls pressed;

  CallTalk(Outbox outbox, Engine engine, Script script, SpokenPages spoken, PressedCalls pressed) {
    this.outbox = outbox;
    this.engine = engine;
    this.script = script;
    this.spoken = spoken;
    this.pressed = pressed;
  }

  /** The page, once more. */
  Said page(CallTag tag) {
    return new Said(
        true,
        tag.notification() + " is said again",
        script.pageAgain(spoken.of(tag.notification()), tag));
  }

  Mono<Said> key(CallTag tag, CallbackForm form, Instant at) {
    String call = form.text("CallSid");
    return switch (form.text("Digits")) {
      case "1" -> command(tag, call, "1", new CommandAction.Acknowledge(), at);
      case "2" -> command(tag, call, "2", new CommandAction.Escalate("asked for on the phone"), at);
      case "9" ->
          outbox
              .publish(heard(tag, call, at))
              .thenReturn(new Said(true, note(tag, "9"), script.again(tag)));
      default ->
          Mono.just(
              new Said(
                  false,
                  note(tag, "another key"),
                  script.again("That key means nothing here.", tag)));
    };
  }

  private Mono<Said> command(
      CallTag tag, String call, String key, CommandAction action, Instant at) {
    IncidentCommand command =
        new IncidentCommand(
            Commands.id(PHONE, call + "-" + key),
            tag.incident().team(),
            tag.incident(),
            new Actor(tag.recipient(), PHONE),
            at,
            action);
    Mono<Void> heard = outbox.publish(heard(tag, call, at)).doOnSuccess(kept -> pressed.add(call));
    return engine.ask(command, heard).map(words -> said(tag, key, words));
  }

  private static DeliveryReceipt heard(CallTag tag, String call, Instant at) {
    return tag.receipt(
        DeliveryReceipt.Outcome.HEARD,
        call,
        new Reason("key-pressed", tag.recipient() + " pressed a key"),
        at);
  }

  private Said said(CallTag tag, String key, String words) {
    return new Said(true, note(tag, key), script.goodbye(spelt(tag, words) + " Goodbye."));
  }

  private static String note(CallTag tag, String key) {
    return tag.notification() + " was answered with key " + key;
  }

  /** The incident's name letter by letter: {@code R X 1 4 2}. */
  private static String spelt(CallTag tag, String words) {
    String name = tag.incident().toString();
    return words.replace(name, name.replace("-", "").replaceAll("(?<=.)(?=.)", " "));
  }
}
