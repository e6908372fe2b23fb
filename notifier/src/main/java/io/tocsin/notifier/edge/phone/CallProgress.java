package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.DeliveryReceipt.Outcome;
import io.tocsin.contracts.events.Reason;
import io.tocsin.notifier.edge.callback.Reply;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * What became of a call. One that was answered without a key was not heard: a machine, a pocket or
 * a sleeper took it, and the ladder takes the next method.
 */
final class CallProgress {
  private final Outbox outbox;
  private final PressedCalls pressed;

  CallProgress(Outbox outbox, PressedCalls pressed) {
    this.outbox = outbox;
    this.pressed = pressed;
  }

  Mono<Reply> of(CallTag tag, CallbackForm form, Instant at) {
    String call = form.text("CallSid");
    String status = form.text("CallStatus");
    Optional<Word> word = word(status, form.text("AnsweredBy"));
    if (word.isEmpty()) {
      return Mono.just(Reply.ignored(tag.notification() + " is " + known(status)));
    }
    if (status.equals("completed") && pressed.contains(call)) {
      return Mono.just(Reply.ignored(tag.notification() + " was heard"));
    }
    String once = call + "/" + word.get().outcome();
    if (!pressed.add(once)) {
      return Mono.just(Reply.ignored(tag.notification() + " is said to be " + status + " again"));
    }
    return outbox
        .publish(
            tag.receipt(
                word.get().outcome(), call, new Reason(word.get().name(), word.get().text()), at))
        .doOnError(e -> pressed.remove(once))
        .thenReturn(Reply.taken(tag.notification() + " is " + status));
  }

  private static Optional<Word> word(String status, String answeredBy) {
    return Optional.ofNullable(
        switch (status) {
          case "ringing" -> new Word(Outcome.ARRIVED, "ringing", "it rings");
          case "in-progress" -> new Word(Outcome.ARRIVED, "answered", "somebody answered");
          case "completed" ->
              answeredBy.startsWith("machine") || answeredBy.equals("fax")
                  ? new Word(Outcome.FAILED, "machine-answered", "a machine answered the call")
                  : new Word(
                      Outcome.FAILED, "no-key", "the call was answered and no key was pressed");
          case "busy" -> new Word(Outcome.FAILED, "busy", "the line was busy");
          case "no-answer" -> new Word(Outcome.FAILED, "no-answer", "nobody answered the call");
          case "failed" ->
              new Word(Outcome.FAILED, "call-failed", "the call could not be put through");
          case "canceled" ->
              new Word(Outcome.FAILED, "canceled", "the call was dropped unanswered");
          default -> null;
        });
  }

  private static String known(String status) {
    return status.matches("[a-z-]{1,20}") ? status : "in a state unknown here";
  }

  private record Word(Outcome outcome, String name, String text) {}
}
