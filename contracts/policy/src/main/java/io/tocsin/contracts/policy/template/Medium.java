package io.tocsin.contracts.policy.template;

import java.util.stream.Collectors;

/** Where a message is read: its markup, how long it may be, and whether a subject stands apart. */
public enum Medium {
  /** One section of a Slack message; send it with {@code verbatim}. */
  SLACK(Markup.SLACK, 3_000, 0, Form.LINES),
  /** The text of a new Slack message beside its blocks; an edit takes 4000 only. */
  SLACK_TEXT(Markup.SLACK, 40_000, 0, Form.LINES),
  /** The plain part of a mail. */
  MAIL(Markup.TEXT, Integer.MAX_VALUE, 200, Form.LINES),
  /** The HTML part of a mail: what stands in its body. */
  MAIL_HTML(Markup.HTML, Integer.MAX_VALUE, 200, Form.LINES),
  /** A text message. */
  SMS(Markup.TEXT, 1_600, 0, Form.LINES),
  /** What a voice says on the phone, about a minute of it: a sentence for each line. */
  VOICE(Markup.TEXT, 1_000, 0, Form.SPOKEN),
  /** The body of a GitHub issue or comment; its title is the subject. */
  GITHUB(Markup.MARKDOWN, 65_536, 256, Form.LINES),
  /** The summary of a PagerDuty event. */
  PAGERDUTY(Markup.TEXT, 1_024, 0, Form.ONE_LINE),
  /** The description of a ServiceNow record; its short description is the subject. */
  SERVICENOW(Markup.TEXT, 4_000, 160, Form.LINES),
  /** An event at Datadog; its title is the subject. */
  DATADOG(Markup.TEXT, 4_000, 480, Form.LINES),
  /** A field of a webhook's JSON. */
  WEBHOOK(Markup.TEXT, Integer.MAX_VALUE, 200, Form.LINES);

  private final Markup markup;
  private final int limit;
  private final int subjectLimit;
  private final Form form;

  Medium(Markup markup, int limit, int subjectLimit, Form form) {
    this.markup = markup;
    this.limit = limit;
    this.subjectLimit = subjectLimit;
    this.form = form;
  }

  private enum Form {
    LINES,
    ONE_LINE,
    SPOKEN
  }

  /** The most characters that a text may have. */
  public int limit() {
    return limit;
  }

  Markup markup() {
    return markup;
  }

  /** The most characters of a subject; 0 where it is the first line of the text. */
  int subjectLimit() {
    return subjectLimit;
  }

  /** The lines of {@code text} as this medium has them. */
  String shaped(String text) {
    return switch (form) {
      case LINES -> text;
      case ONE_LINE -> joined(text, "; ");
      case SPOKEN -> joined(text, ". ").replaceAll("(?<=[.!?:;,])\\. ", " ");
    };
  }

  /** All on one line. */
  static String joined(String text, String between) {
    return text.lines()
        .map(line -> line.strip().replaceAll("\\s+", " "))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(between));
  }
}
