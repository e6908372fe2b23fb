package io.tocsin.notifier.edge.mail;

import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.policy.message.MessageText;
import io.tocsin.contracts.policy.template.Medium;
import io.tocsin.contracts.policy.template.Rendered;
import io.tocsin.contracts.runtime.Text;
import io.tocsin.notifier.core.StandDown;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** What a mail says: the team's template, and for a page how to acknowledge it (RUN-08.2). */
final class MailWording {
  private static final int SUBJECT = 200;

  private final Function<Notification, MessageText> templates;
  private final String baseUrl;

  /**
   * @param templates by whose words a notification is said
   * @param baseUrl where people reach Tocsin; empty when it is not said
   */
  MailWording(Function<Notification, MessageText> templates, String baseUrl) {
    this.templates = templates;
    this.baseUrl = baseUrl.replaceAll("/+$", "");
  }

  /** Words of one mail. */
  record Words(String subject, String text, String html) {}

  /** Null where a mail would say nothing: another page of the incident took this one's place. */
  @Nullable Words of(Notification notification, Act act) {
    if (act != Act.RESOLVE) {
      return rendered(notification, act == Act.PAGE ? howToAcknowledge(notification) : List.of());
    }
    return switch (StandDown.of(notification)) {
      case REPLACED -> null;
      case WITHDRAWN -> plain(notification, "No longer needed", "Somebody has it, or it is over.");
      case RECOVERED ->
          plain(
              notification, "Recovered", "It has recovered. If it comes back, you are told again.");
      case OVER -> rendered(notification, List.of());
    };
  }

  private Words rendered(Notification notification, List<String> more) {
    MessageText words = templates.apply(notification);
    Rendered text = words.of(notification, Medium.MAIL);
    Rendered html = words.of(notification, Medium.MAIL_HTML);
    String subject = line(Objects.requireNonNullElse(text.subject(), incident(notification)));
    return new Words(
        subject,
        more.isEmpty() ? text.text() + "\n" : text.text() + "\n\n" + String.join("\n", more) + "\n",
        page(subject, html.text() + paragraphs(more)));
  }

  private Words plain(Notification notification, String what, String why) {
    String subject = line("%s: %s".formatted(what, incident(notification)));
    List<String> lines = List.of(why, "Nothing is asked of you now.");
    return new Words(
        subject,
        subject + "\n\n" + String.join("\n", lines) + "\n",
        page(
            subject, "<strong>" + HtmlUtils.htmlEscape(subject) + "</strong>" + paragraphs(lines)));
  }

  /** A link changes nothing when it is opened: programs that look at mail open them too. */
  private List<String> howToAcknowledge(Notification notification) {
    String id = notification.incident().toString();
    String command = "tocsin incidents " + id + " acknowledge";
    return baseUrl.isEmpty()
        ? List.of("To acknowledge: " + command, "An answer to this mail acknowledges nothing.")
        : List.of(
            "To acknowledge: " + baseUrl + "/incidents/" + id + " or " + command,
            "An answer to this mail acknowledges nothing.");
  }

  private static String incident(Notification notification) {
    return "%s (%s %s)"
        .formatted(
            notification.incident(),
            notification.content().severity(),
            notification.content().title());
  }

  private static String paragraphs(List<String> lines) {
    StringBuilder html = new StringBuilder();
    for (String line : lines) {
      html.append("\n<p>").append(linked(HtmlUtils.htmlEscape(line))).append("</p>");
    }
    return html.toString();
  }

  /** Only our own address becomes a link. */
  private static String linked(String escaped) {
    return escaped.replaceFirst("(https?://\\S+)", "<a href=\"$1\">$1</a>");
  }

  private static String page(String title, String body) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        </head>
        <body style="font: 16px/1.5 sans-serif; color: #1d1d1b; background: #ffffff">
        <main>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(HtmlUtils.htmlEscape(title), body);
  }

  /** On one line, and no longer than a subject may be. */
  private static String line(String text) {
    return Text.cut(Text.plain(text), SUBJECT);
  }
}
