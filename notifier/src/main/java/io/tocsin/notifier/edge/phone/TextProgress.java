package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.DeliveryReceipt.Outcome;
import io.tocsin.contracts.events.Reason;
import io.tocsin.notifier.edge.callback.Reply;
import io.tocsin.notifier.edge.provider.Latest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * What became of a text. {@code delivered}, {@code undelivered} and {@code failed} are Twilio's
 * last words on it; the first of them to come stands, whatever comes again or late.
 */
final class TextProgress {
  private static final int KEPT = 5_000;

  /** The commonest of Twilio's codes, for who reads at night why a text did not come. */
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("30001", "too many texts are waiting"),
          Map.entry("30002", "the account is suspended"),
          Map.entry("30003", "the phone is off or out of reach"),
          Map.entry("30004", "the number refuses our texts"),
          Map.entry("30005", "the number is unknown, or no longer in use"),
          Map.entry("30006", "the number is a landline, or its carrier cannot be reached"),
          Map.entry("30007", "the carrier took it for spam"),
          Map.entry("30008", "the carrier does not say why"),
          Map.entry("30034", "our number is not registered for texts in the USA"),
          Map.entry("21610", "the number has unsubscribed by answering STOP"));

  private final Outbox outbox;
  private final Set<String> settled = Latest.set(KEPT);

  TextProgress(Outbox outbox) {
    this.outbox = outbox;
  }

  Mono<Reply> of(TextTag tag, CallbackForm form, Instant at) {
    String text = form.text("MessageSid");
    return switch (form.text("MessageStatus")) {
      case "delivered" ->
          settle(tag, text, Outcome.ARRIVED, new Reason("text-arrived", "the text arrived"), at);
      case "undelivered" ->
          settle(tag, text, Outcome.FAILED, failure("text-undelivered", "arrive", form), at);
      case "failed" -> settle(tag, text, Outcome.FAILED, failure("text-failed", "leave", form), at);
      default -> Mono.just(Reply.ignored("the text of " + tag.notification() + " is on its way"));
    };
  }

  private Mono<Reply> settle(TextTag tag, String text, Outcome outcome, Reason reason, Instant at) {
    if (!settled.add(text)) {
      return Mono.just(
          Reply.ignored("what became of the text of " + tag.notification() + " is known"));
    }
    return outbox
        .publish(tag.receipt(outcome, text, reason, at))
        .doOnError(e -> settled.remove(text))
        .thenReturn(Reply.taken(tag.notification() + ": " + reason.name()));
  }

  /** {@code the text did not arrive: the phone is off or out of reach (Twilio 30003)}. */
  private static Reason failure(String name, String did, CallbackForm form) {
    String code = form.text("ErrorCode");
    String why =
        !code.matches("\\d{1,6}")
            ? "Twilio does not say why"
            : CODES.containsKey(code)
                ? "%s (Twilio %s)".formatted(CODES.get(code), code)
                : "Twilio %s".formatted(code);
    return new Reason(name, "the text did not %s: %s".formatted(did, why));
  }
}
