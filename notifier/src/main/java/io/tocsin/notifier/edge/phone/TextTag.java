package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a text is about. As with {@link CallTag} it stands in the address that Twilio calls back and
 * signs, so that nothing must be remembered.
 */
record TextTag(NotificationId notification, Act act) {
  private static final String NOTIFICATION = "n";
  private static final String ACT = "a";

  static TextTag of(Notification notification, Act act) {
    return new TextTag(notification.id(), act);
  }

  /** The one in the query of {@code address}. */
  static Optional<TextTag> in(String address) {
    try {
      AddressQuery query = AddressQuery.of(address);
      return Optional.of(
          new TextTag(
              NotificationId.parse(query.text(NOTIFICATION)),
              Act.valueOf(query.text(ACT).toUpperCase(Locale.ROOT))));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** {@code ?n=RX-142%2F7%2Fphone%2Fon-call&a=tell}. */
  String query() {
    return "?%s=%s&%s=%s"
        .formatted(
            NOTIFICATION,
            URLEncoder.encode(notification.toString(), StandardCharsets.UTF_8),
            ACT,
            act.name().toLowerCase(Locale.ROOT));
  }

  /** What the engine is told of the text. */
  DeliveryReceipt receipt(
      DeliveryReceipt.Outcome outcome, String messageSid, Reason reason, Instant at) {
    return new DeliveryReceipt(
        notification,
        notification.incident(),
        Channel.PHONE,
        notification.recipient(),
        act,
        List.of(),
        outcome,
        messageSid,
        reason,
        at);
  }
}
