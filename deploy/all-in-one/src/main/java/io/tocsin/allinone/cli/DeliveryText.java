package io.tocsin.allinone.cli;

import io.tocsin.contracts.events.DeliveryReceipt;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of an incident's messages, for a person at a terminal. */
final class DeliveryText {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private DeliveryText() {}

  /** A heading and a line for each receipt, in the order in which they came; else nothing. */
  static String section(List<DeliveryReceipt> receipts) {
    if (receipts.isEmpty()) {
      return "";
    }
    String line =
        "    %%s  %%-%ds  %%-%ds  %%-%ds  %%s: %%s%%n"
            .formatted(
                widest(receipts, DeliveryText::channel),
                widest(receipts, DeliveryText::recipient),
                widest(receipts, DeliveryText::message));
    return receipts.stream()
        .map(
            it ->
                line.formatted(
                    AT.format(it.at()),
                    channel(it),
                    recipient(it),
                    message(it),
                    state(it.outcome()),
                    IncidentText.plain(it.reason().text())))
        .collect(Collectors.joining("", "  deliveries%n".formatted(), ""));
  }

  private static int widest(
      List<DeliveryReceipt> receipts, Function<DeliveryReceipt, String> column) {
    return receipts.stream().mapToInt(it -> column.apply(it).length()).max().orElse(1);
  }

  private static String channel(DeliveryReceipt receipt) {
    return receipt.channel().wireName();
  }

  private static String recipient(DeliveryReceipt receipt) {
    return IncidentText.plain(receipt.recipient());
  }

  private static String message(DeliveryReceipt receipt) {
    return switch (receipt.act()) {
      case PAGE -> receipt.pages().stream().map(n -> "page " + n).findFirst().orElse("a page");
      case ACKNOWLEDGE -> "who has it";
      case RESOLVE -> "that it is over";
      case TELL -> "message";
      case REFRESH -> "brought up to date";
    };
  }

  /** The same word here and in the timeline. */
  static String state(DeliveryReceipt.Outcome outcome) {
    return switch (outcome) {
      case DELIVERED -> "accepted";
      case ARRIVED -> "delivered";
      case HEARD -> "heard";
      case FAILED -> "failed";
      case DROPPED -> "not sent";
      case UNKNOWN -> "perhaps accepted";
    };
  }
}
