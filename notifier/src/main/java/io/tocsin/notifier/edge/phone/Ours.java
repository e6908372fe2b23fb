package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.Channel;
import io.tocsin.notifier.edge.callback.Reference;
import io.tocsin.notifier.edge.callback.References;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Call;

/**
 * For which page Twilio has a call: what {@code deliveries} knows, else what Twilio called back for
 * it.
 */
final class Ours {
  private final Twilio twilio;
  private final References references;

  Ours(Twilio twilio, References references) {
    this.twilio = twilio;
    this.references = references;
  }

  /** Empty where neither says. */
  Optional<CallTag> tag(Twilio.Placed call, Consumer<Call> underWay) throws IOException {
    Optional<CallTag> delivered = delivered(call.sid());
    if (delivered.isPresent()) {
      return delivered;
    }
    return twilio.callbacks(call.sid(), underWay).stream()
        .filter(address -> address.startsWith(twilio.settings().callbacksUrl()))
        .flatMap(address -> CallTag.in(address).stream())
        .findFirst();
  }

  private Optional<CallTag> delivered(String sid) {
    try {
      return references.named(Channel.PHONE, sid).map(Ours::tag);
    } catch (References.NotLoaded e) {
      return Optional.empty();
    }
  }

  private static CallTag tag(Reference sent) {
    return new CallTag(sent.notification(), sent.pages().stream().findFirst().orElse(0));
  }
}
