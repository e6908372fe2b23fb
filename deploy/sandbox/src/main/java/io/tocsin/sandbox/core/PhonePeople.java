package io.tocsin.sandbox.core;

import io.tocsin.sandbox.core.PhoneCall.Status;
import io.tocsin.sandbox.core.PhoneCallbacks.Signed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What people do with their phones, and what Twilio then calls back. */
public final class PhonePeople {
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");

  private final Phone phone;
  private final PhoneCallbacks callbacks;
  private final String texts;

  /**
   * @param texts where the number's texts go: {@code …/callbacks/phone/sms}
   */
  public PhonePeople(Phone phone, PhoneCallbacks callbacks, String texts) {
    this.phone = phone;
    this.callbacks = callbacks;
    this.texts = texts;
  }

  /**
   * Lets somebody do it; what is called back is to be sent in turn. Empty where there is nothing to
   * do it to.
   *
   * @param id 32 hex digits that no other call or text has
   */
  public Optional<List<Signed>> act(Deed deed, String id, Instant now) {
    return switch (deed.kind()) {
      case TEXT ->
          phone.text(deed.on()).map(text -> List.of(reply(text, deed.text(), "SM" + id, now)));
      case SWITCH_OFF -> power(deed.on(), phone::switchOff);
      case SWITCH_ON -> power(deed.on(), phone::switchOn);
      default -> phone.call(deed.on()).flatMap(call -> act(call, deed, now));
    };
  }

  private static Optional<List<Signed>> power(String number, Consumer<String> change) {
    if (!NUMBER.matcher(number).matches()) {
      return Optional.empty();
    }
    change.accept(number);
    return Optional.of(List.of());
  }

  private Optional<List<Signed>> act(PhoneCall call, Deed deed, Instant now) {
    boolean waits = call.status().isWaiting();
    boolean talks = call.status() == Status.IN_PROGRESS;
    return switch (deed.kind()) {
      case ANSWER -> when(waits, () -> taken(call, now));
      case KEY ->
          waits
              ? Optional.of(and(taken(call, now), callbacks.pressed(call, deed.text())))
              : when(talks, () -> callbacks.pressed(call, deed.text()));
      case HANG_UP -> when(talks, () -> ended(call, Status.COMPLETED, now));
      case DECLINE -> when(waits, () -> rung(call, Status.BUSY, now));
      case IGNORE -> when(waits, () -> rung(call, Status.NO_ANSWER, now));
      default -> Optional.empty();
    };
  }

  /**
   * What the last of a deed's callbacks was answered with is said in the call, or sent as a text;
   * what is called back for it is to be sent in turn.
   */
  public List<Signed> heard(Deed deed, String answer, String id, Instant now) {
    Optional<Twiml> said = Twiml.read(answer);
    if (deed.kind() == Deed.Kind.TEXT) {
      said.ifPresent(twiml -> sent(deed.on(), twiml.texts(), id, now));
      return List.of();
    }
    return said.filter(twiml -> deed.kind() == Deed.Kind.KEY)
        .flatMap(twiml -> phone.call(deed.on()).map(call -> heard(call, twiml, answer, now)))
        .orElseGet(List::of);
  }

  private List<Signed> heard(PhoneCall call, Twiml twiml, String answer, Instant now) {
    if (call.status() != Status.IN_PROGRESS) {
      return List.of();
    }
    if (!twiml.redirect().isEmpty()) {
      return List.of(callbacks.redirected(call, twiml.redirect()));
    }
    PhoneCall goesOn = call.saying(answer);
    phone.keep(goesOn);
    return twiml.action().isEmpty() ? ended(goesOn, Status.COMPLETED, now) : List.of();
  }

  private List<Signed> taken(PhoneCall call, Instant now) {
    return rung(call, Status.IN_PROGRESS, now);
  }

  private List<Signed> rung(PhoneCall call, Status then, Instant now) {
    return and(callbacks.status(call, Status.RINGING), ended(call, then, now));
  }

  private List<Signed> ended(PhoneCall call, Status then, Instant now) {
    phone.keep(call.at(then, now));
    return callbacks.status(call, then);
  }

  private Signed reply(PhoneText to, String words, String sid, Instant now) {
    phone.keep(
        new PhoneText(
            sid,
            to.account(),
            to.from(),
            to.to(),
            words,
            PhoneText.Direction.FROM_PERSON,
            "",
            PhoneText.Status.RECEIVED,
            now));
    return callbacks.reply(to, words, sid, texts);
  }

  private void sent(String answered, List<String> words, String id, Instant now) {
    phone
        .text(answered)
        .filter(text -> !words.isEmpty())
        .ifPresent(
            text ->
                phone.keep(
                    new PhoneText(
                        "SM" + id,
                        text.account(),
                        text.to(),
                        text.from(),
                        String.join("\n", words),
                        PhoneText.Direction.REPLY,
                        "",
                        PhoneText.Status.DELIVERED,
                        now)));
  }

  private static Optional<List<Signed>> when(boolean may, Supplier<List<Signed>> then) {
    return may ? Optional.of(then.get()) : Optional.empty();
  }

  private static List<Signed> and(List<Signed> first, List<Signed> second) {
    List<Signed> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
