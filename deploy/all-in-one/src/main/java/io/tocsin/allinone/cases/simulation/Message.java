package io.tocsin.allinone.cases.simulation;

import io.tocsin.allinone.cases.Happening.Weight;
import io.tocsin.allinone.cases.Wanted;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.DeliveryReceipt.Outcome;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.conduct.Audience;
import io.tocsin.contracts.policy.conduct.Ticket;
import io.tocsin.contracts.policy.message.MessageText;
import io.tocsin.contracts.policy.template.Medium;
import io.tocsin.contracts.policy.template.Rendered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A message to somebody, to be compared and to be read. */
final class Message {
  private final Policies policies;
  private final MessageText text;

  private final boolean read;

  /**
   * @param read whether the case looks into messages: else they are not written out
   */
  Message(Policies policies, boolean read) {
    this.policies = policies;
    this.read = read;
    this.text = new MessageText(policies, policies, "https://tocsin.example.com");
  }

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
            default ->
                notification.channel() == Channel.GITHUB
                    ? Wanted.Ticket.class
                    : Wanted.Message.class;
          };
    };
  }

  Map<String, List<String>> fields(Notification notification) {
    Map<String, List<String>> fields = new HashMap<>();
    fields.put(Wanted.word(word(notification)), names(notification));
    fields.put("by", List.of(notification.channel().wireName()));
    fields.put("incident", List.of(notification.incident().toString()));
    fields.put("number", notification.pages().stream().map(String::valueOf).toList());
    fields.put("late", List.of(String.valueOf(notification.minutesLate() != null)));
    fields.put("contains", words(notification));
    role(notification).ifPresent(role -> fields.put("role", List.of(role)));
    if (isSilent(notification)) {
      fields.put("kind", List.of(notification.content().kind().wireName()));
      fields.put("edits", List.of(String.valueOf(notification.act() == Notification.Act.REFRESH)));
      fields.putAll(asked(notification));
    }
    fields.put("outcome", List.of("waiting"));
    return fields;
  }

  /** The same once it is known what became of it. */
  static Map<String, List<String>> settled(Map<String, List<String>> fields, Outcome outcome) {
    Map<String, List<String>> settled = new HashMap<>(fields);
    settled.put("outcome", List.of(wire(outcome)));
    return settled;
  }

  /** A recipient as a case may call it: a contact, an audience, or its channel. */
  private List<String> names(Notification notification) {
    if (word(notification) == Wanted.Ticket.class) {
      return List.of(
          switch (notification.content().kind()) {
            case TICKET -> "opened";
            case TICKET_CLOSED -> "closed";
            default -> "commented";
          });
    }
    String recipient = notification.recipient();
    String audience = Told.audienceOf(recipient);
    Optional<Audience> told =
        policies
            .team(notification.incident().team())
            .filter(team -> Told.isAudience(recipient))
            .map(team -> team.conduct().audiences().get(audience));
    Set<String> names = new LinkedHashSet<>(List.of(recipient));
    names.add(audience);
    told.map(Audience::slack).ifPresent(names::add);
    told.ifPresent(it -> names.addAll(it.email()));
    return List.copyOf(names);
  }

  /** The role for which somebody else is called: whoever holds it. */
  private static Optional<String> role(Notification notification) {
    return Optional.ofNullable(notification.content().role())
        .filter(role -> !role.equals(notification.recipient()));
  }

  private static boolean isSilent(Notification notification) {
    return notification.act() == Notification.Act.TELL
        || notification.act() == Notification.Act.REFRESH;
  }

  private List<String> words(Notification notification) {
    if (!read || !isSilent(notification)) {
      return List.of(notification.content().title());
    }
    Rendered rendered = text.of(notification, medium(notification.channel()));
    return Stream.of(rendered.subject(), rendered.text(), notification.content().title())
        .filter(Objects::nonNull)
        .toList();
  }

  private Map<String, List<String>> asked(Notification notification) {
    Map<String, String> said = notification.content().said();
    Map<String, List<String>> fields = new HashMap<>();
    fields.put(
        "about",
        Stream.of("question", "questions", "missing")
            .flatMap(name -> said.getOrDefault(name, "").lines())
            .toList());
    Ticket ticket =
        policies
            .team(notification.incident().team())
            .map(team -> team.conduct().ticket())
            .orElse(null);
    if (word(notification) == Wanted.Ticket.class && ticket != null) {
      List<String> labels = new ArrayList<>(ticket.labels());
      labels.add(notification.content().severity().name());
      fields.put("labels", labels);
      fields.put("title", words(notification).subList(0, 1));
    }
    return fields;
  }

  private static Medium medium(Channel channel) {
    return switch (channel) {
      case SLACK -> Medium.SLACK_TEXT;
      case GITHUB -> Medium.GITHUB;
      case PHONE -> Medium.SMS;
      case DATADOG -> Medium.DATADOG;
      default -> Medium.MAIL;
    };
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
