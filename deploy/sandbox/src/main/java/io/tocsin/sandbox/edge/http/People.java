package io.tocsin.sandbox.edge.http;

import io.tocsin.sandbox.core.Deed;
import io.tocsin.sandbox.core.OutgoingCallback;
import io.tocsin.sandbox.core.PhoneCallbacks.Signed;
import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.edge.http.CallbackSender.Answered;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets people do what they do at a provider, which tells Tocsin of it. */
public final class People {
  private static final Logger log = LoggerFactory.getLogger(People.class);

  /** A call is led on and on no longer than this. */
  private static final int STEPS = 10;

  private final Reception reception;
  private final CallbackSender sender;

  public People(Reception reception, CallbackSender sender) {
    this.reception = reception;
    this.sender = sender;
  }

  /** There is nothing of that name to do it to. */
  public static final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotThere(Deed deed) {
      super(
          "There is no '%s'%s at %s."
              .formatted(
                  deed.on(),
                  deed.kind() == Deed.Kind.PRESS
                      ? " with a button '%s'".formatted(deed.text())
                      : "",
                  deed.provider().word()));
    }
  }

  /** Tocsin did not answer. */
  public static final class NotTold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTold(Throwable cause) {
      super("It was done here, but Tocsin was not told: its callbacks did not answer.", cause);
    }
  }

  /**
   * What Tocsin answered; fails with {@link NotThere} or {@link NotTold}. The last answer where
   * there are several, and 200 where there is nothing to tell.
   */
  public Mono<Answered> act(Deed deed) {
    return deed.provider() == Provider.PHONE ? phone(deed) : other(deed);
  }

  private Mono<Answered> other(Deed deed) {
    Optional<OutgoingCallback> callback = reception.act(deed);
    if (callback.isEmpty()) {
      return Mono.error(new NotThere(deed));
    }
    return sender
        .send(callback.get())
        .doOnNext(answer -> reception.answered(deed, answer.status(), answer.body()))
        .doOnError(silent -> reception.answered(deed, 0, ""))
        .onErrorMap(NotTold::new);
  }

  private Mono<Answered> phone(Deed deed) {
    Optional<List<Signed>> callbacks =
        reception.phone(
            phone -> sender.phonePeople(phone).act(deed, Reception.newId(), reception.now()));
    return callbacks
        .map(all -> inTurn(deed, all, STEPS).onErrorMap(NotTold::new))
        .orElseGet(() -> Mono.error(new NotThere(deed)));
  }

  private Mono<Answered> inTurn(Deed deed, List<Signed> callbacks, int steps) {
    return Flux.fromIterable(callbacks)
        .concatMap(sender::send)
        .last(new Answered(200, ""))
        .flatMap(answer -> goOn(deed, answer, steps));
  }

  private Mono<Answered> goOn(Deed deed, Answered answer, int steps) {
    List<Signed> more =
        answer.status() / 100 != 2 || steps == 0
            ? List.of()
            : reception.phone(
                phone ->
                    sender
                        .phonePeople(phone)
                        .heard(deed, answer.body(), Reception.newId(), reception.now()));
    return more.isEmpty() ? Mono.just(answer) : inTurn(deed, more, steps - 1);
  }

  /**
   * What becomes, of its own accord, of what Twilio took under {@code sid}. Whoever does not hear
   * of it is not told again.
   */
  Mono<Void> carry(String sid) {
    return Mono.fromCallable(
            () -> reception.phone(phone -> sender.phoneNetwork(phone).carry(sid, reception.now())))
        .flatMapIterable(callbacks -> callbacks)
        .concatMap(
            callback ->
                sender
                    .send(callback)
                    .onErrorResume(
                        untold -> {
                          log.debug(
                              "what became of {} could not be told: {}", sid, untold.toString());
                          return Mono.empty();
                        }))
        .then();
  }
}
