package io.tocsin.sandbox.core;

import io.tocsin.sandbox.core.PhoneCallbacks.Signed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the network does, without anybody, with what Twilio has taken: a text goes to its handset,
 * and where that is off neither text nor call comes through.
 */
public final class PhoneNetwork {
  private final Phone phone;
  private final PhoneCallbacks callbacks;

  public PhoneNetwork(Phone phone, PhoneCallbacks callbacks) {
    this.phone = phone;
    this.callbacks = callbacks;
  }

  /**
   * Carries a text or a call on; what is called back is to be sent in turn.
   *
   * @param sid of it; nothing happens to one that has been carried, or is unknown
   */
  public List<Signed> carry(String sid, Instant now) {
    Optional<List<Signed>> text =
        phone
            .text(sid)
            .filter(each -> each.status() == PhoneText.Status.QUEUED)
            .map(each -> carry(each));
    return text.or(
            () ->
                phone
                    .call(sid)
                    .filter(call -> call.status().isWaiting() && isOff(call.to()))
                    .map(call -> nobody(call, now)))
        .orElseGet(List::of);
  }

  private List<Signed> carry(PhoneText text) {
    PhoneText.Status then =
        isOff(text.to()) ? PhoneText.Status.UNDELIVERED : PhoneText.Status.DELIVERED;
    phone.keep(text.at(then));
    return Stream.of(PhoneText.Status.SENT, then)
        .flatMap(status -> callbacks.status(text, status).stream())
        .toList();
  }

  private List<Signed> nobody(PhoneCall call, Instant now) {
    phone.keep(call.at(PhoneCall.Status.NO_ANSWER, now));
    return callbacks.status(call, PhoneCall.Status.NO_ANSWER);
  }

  private boolean isOff(String number) {
    return phone.off().contains(number);
  }
}
