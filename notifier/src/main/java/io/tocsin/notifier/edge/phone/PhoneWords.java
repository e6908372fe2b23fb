package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.policy.message.MessageText;
import io.tocsin.contracts.policy.template.Medium;
import io.tocsin.contracts.policy.template.TemplateKind;
import io.tocsin.notifier.core.StandDown;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is said and texted: the team's templates (RUN-08.2, RUN-04.1a). */
final class PhoneWords {
  private static final String BY = "by";

  private final Function<Notification, MessageText> templates;
  private final ReplyCodes codes;

  /**
   * @param templates by whose words a notification is said
   */
  PhoneWords(Function<Notification, MessageText> templates, ReplyCodes codes) {
    this.templates = templates;
    this.codes = codes;
  }

  /** What the voice says. */
  String spoken(Notification page) {
    return templates.apply(page).of(page, TemplateKind.PAGE, Medium.VOICE).text();
  }

  /**
   * What the text says; null where there is nothing to say: another page took this one's place, it
   * is taken back, or the recipient is who took it.
   */
  @Nullable String text(Notification notification, Act act) {
    return switch (act) {
      case TELL -> withCode(notification);
      case ACKNOWLEDGE ->
          notification.recipient().equals(notification.content().said().get(BY))
              ? null
              : rendered(notification);
      case RESOLVE ->
          switch (StandDown.of(notification)) {
            case REPLACED, WITHDRAWN -> null;
            case RECOVERED -> recovered(notification);
            case OVER -> rendered(notification);
          };
      case PAGE, REFRESH -> null;
    };
  }

  private String withCode(Notification notification) {
    if (notification.content().state() != IncidentState.OPEN) {
      return rendered(notification);
    }
    String ask =
        "\nAnswer ACK %s to take it."
            .formatted(codes.of(notification.incident(), notification.recipient()));
    String words = rendered(notification);
    int room = Medium.SMS.limit() - ask.length();
    return (words.length() <= room ? words : cut(words, room)) + ask;
  }

  private static String cut(String words, int room) {
    int end = Character.isHighSurrogate(words.charAt(room - 2)) ? room - 2 : room - 1;
    return words.substring(0, end) + "…";
  }

  private String recovered(Notification notification) {
    String text =
        "%s (%s %s) has recovered. Nothing is asked of you now. If it comes back, you are called"
                .formatted(
                    notification.incident(),
                    notification.content().severity(),
                    notification.content().title())
            + " again.";
    return text.length() <= Medium.SMS.limit() ? text : cut(text, Medium.SMS.limit());
  }

  private String rendered(Notification notification) {
    return templates.apply(notification).of(notification, Medium.SMS).text();
  }
}
