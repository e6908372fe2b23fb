package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.PageKey;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Line;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * each notification has one receipt and a closed delivery, and what is called delivered was taken
 */
final class ReceiptsConserved implements Invariant {
  private static final Set<String> LATER =
      Set.of(
          "ringing",
          "answered",
          "key-pressed",
          "machine-answered",
          "no-key",
          "busy",
          "no-answer",
          "call-failed",
          "canceled",
          "text-arrived",
          "text-undelivered",
          "text-failed");

  @Override
  public String name() {
    return "receipts-conserved";
  }

  @Override
  public String meaning() {
    return "each notification has one receipt and a closed delivery, and what is called delivered"
        + " was taken";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    Map<NotificationId, List<DeliveryReceipt>> receipts =
        evidence
            .history()
            .records()
            .values(Topics.DELIVERY_RECEIPTS)
            .collect(Collectors.groupingBy(DeliveryReceipt::notification));
    Map<NotificationId, Delivery.State> states = new HashMap<>();
    evidence
        .history()
        .records()
        .values(Topics.DELIVERIES)
        .forEach(delivery -> states.put(delivery.notification().id(), delivery.state()));
    Set<NotificationId> asked = new HashSet<>();
    evidence
        .history()
        .records()
        .notifications()
        .filter(it -> asked.add(it.id()))
        .forEach(
            it -> {
              List<DeliveryReceipt> found = receipts.getOrDefault(it.id(), List.of());
              String fault = fault(evidence, it, found, states.get(it.id()));
              if (!fault.isEmpty()) {
                findings.report(it.id(), fault, () -> story(evidence, it));
              }
            });
    receipts.keySet().stream()
        .filter(id -> !asked.contains(id))
        .forEach(
            id -> findings.report(id, "it has a receipt and nobody asked for it", () -> List.of()));
  }

  private static String fault(
      Evidence evidence,
      Notification asked,
      List<DeliveryReceipt> receipts,
      Delivery.@Nullable State state) {
    List<DeliveryReceipt> own = receipts.stream().filter(it -> !isLaterWord(it)).toList();
    if (own.size() != 1) {
      return "it has %d receipts".formatted(own.size());
    }
    if (state == null || state == Delivery.State.RESERVED) {
      return "what became of it is not written down: it is "
          + (state == null ? "not in deliveries" : "still reserved");
    }
    boolean delivered = own.get(0).outcome() == DeliveryReceipt.Outcome.DELIVERED;
    if (delivered && isKnownAgain(asked) && !isTaken(evidence, asked)) {
      return "it is called delivered, and the provider took no such thing";
    }
    return "";
  }

  /** Texts, and what the ticket and the messages are changed by, bear no id. */
  private static boolean isKnownAgain(Notification asked) {
    return asked.act() == Notification.Act.PAGE || asked.channel() == Channel.DATADOG;
  }

  /** What is told of a call that was placed or a text that was taken: it rings, it arrives. */
  private static boolean isLaterWord(DeliveryReceipt receipt) {
    return receipt.channel() == Channel.PHONE && LATER.contains(receipt.reason().name());
  }

  private static boolean isTaken(Evidence evidence, Notification asked) {
    return asked.channel() != Channel.PAGERDUTY
        ? evidence.sightings(asked).findAny().isPresent()
        : asked.pages().stream()
            .map(n -> new PageKey(asked.incident(), n))
            .flatMap(page -> evidence.arrivals().getOrDefault(page, List.of()).stream())
            .anyMatch(it -> it.taken() && it.action() == Arrival.Action.TRIGGER);
  }

  private static List<Line> story(Evidence evidence, Notification asked) {
    return asked.pages().isEmpty()
        ? new Stories(evidence).incident(asked.incident())
        : new Stories(evidence).page(new PageKey(asked.incident(), asked.pages().get(0)));
  }
}
