package io.tocsin.allinone.cases.simulation;

import io.tocsin.allinone.cases.Happening.Weight;
import io.tocsin.allinone.cases.Wanted;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.DeliveryReceipt.Outcome;
import io.tocsin.contracts.events.Notification;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message to somebody, to be compared and to be read. */
final class Message {
  private Message() {}

  static Class<? extends Wanted> word(Notification notification) {
    return switch (notification.act()) {
      case PAGE -> Wanted.Page.class;
      case ACKNOWLEDGE -> Wanted.StandDown.class;
      case RESOLVE -> Wanted.AllClear.class;
      case REFRESH -> Wanted.Message.class;
      case TELL ->
          switch (notification.content().kind()) {
            case QUESTIONS -> Wanted.Question.class;
            case REMINDER -> Wanted.Reminder.class;
            case TICKET, TICKET_CLOSED -> Wanted.Ticket.class;
            default -> Wanted.Message.class;
          };
    };
  }

  static Map<String, List<String>> fields(Notification notification, @Nullable Outcome outcome) {
    Map<String, List<String>> fields = new HashMap<>();
    fields.put(Wanted.word(word(notification)), List.of(notification.recipient()));
    fields.put("by", List.of(notification.channel().wireName()));
    fields.put("incident", List.of(notification.incident().toString()));
    fields.put("number", notification.pages().stream().map(String::valueOf).toList());
    fields.put("late", List.of(String.valueOf(notification.minutesLate() != null)));
    fields.put("contains", List.of(notification.content().title()));
    fields.put("outcome", List.of(outcome == null ? "waiting" : wire(outcome)));
    return fields;
  }

  static String text(Notification notification, @Nullable DeliveryReceipt receipt) {
    return "%s by %s, %s%s%s%s"
        .formatted(
            notification.recipient(),
            notification.channel().wireName(),
            notification.incident(),
            word(notification) == Wanted.Page.class ? " page " + notification.pages().get(0) : "",
            notification.minutesLate() == null
                ? ""
                : ", %d minutes late".formatted(notification.minutesLate()),
            receipt == null ? " (waiting)" : outcome(receipt));
  }

  private static String outcome(DeliveryReceipt receipt) {
    return receipt.outcome() == Outcome.DELIVERED
        ? ""
        : " (%s: %s)".formatted(wire(receipt.outcome()), receipt.reason().text());
  }

  /** A page that rang, or may have rung, must be expected; one that reached nobody need not be. */
  static Weight weight(Notification notification, Outcome outcome) {
    boolean rings = outcome == Outcome.DELIVERED || outcome == Outcome.UNKNOWN;
    return notification.act() == Notification.Act.PAGE && rings ? Weight.TELLS : Weight.PLAIN;
  }

  private static String wire(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
