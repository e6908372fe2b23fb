package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a call is about. It stands in the address of every callback of the call, which Twilio signs:
 * whoever calls back proves with it which page it was and who was called, and nothing must be
 * remembered.
 *
 * @param page the page's number
 */
record CallTag(NotificationId notification, int page) {
  private static final String NOTIFICATION = "n";
  private static final String PAGE = "p";

  static CallTag of(Notification page) {
    return new CallTag(page.id(), page.pages().stream().findFirst().orElse(0));
  }

  /** The one in the query of {@code address}. */
  static Optional<CallTag> in(String address) {
    try {
      AddressQuery query = AddressQuery.of(address);
      return Optional.of(
          new CallTag(
              NotificationId.parse(query.text(NOTIFICATION)), Integer.parseInt(query.text(PAGE))));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  IncidentId incident() {
    return notification.incident();
  }

  String recipient() {
    return notification.recipient();
  }

  /** {@code ?n=RX-142%2F7%2Fphone%2Fon-call&p=1}. */
  String query() {
    return "?%s=%s&%s=%d"
        .formatted(
            NOTIFICATION,
            URLEncoder.encode(notification.toString(), StandardCharsets.UTF_8),
            PAGE,
            page);
  }

  /** What the engine is told of the call. */
  DeliveryReceipt receipt(
      DeliveryReceipt.Outcome outcome, String callSid, Reason reason, Instant at) {
    return new DeliveryReceipt(
        notification,
        incident(),
        Channel.PHONE,
        recipient(),
        Notification.Act.PAGE,
        List.of(page),
        outcome,
        callSid,
        reason,
        at);
  }
}
