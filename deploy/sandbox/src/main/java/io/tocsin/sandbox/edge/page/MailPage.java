package io.tocsin.sandbox.edge.page;

import io.tocsin.sandbox.core.Form;
import io.tocsin.sandbox.core.Mail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mailbox of everybody: threads, the one with the newest mail first. */
record MailPage(List<Thread> threads) {

  /** Mails that follow one another, the newest first. */
  record Thread(String subject, int count, List<Letter> letters) {}

  /**
   * A mail.
   *
   * @param html where its HTML part is shown; empty where it has none
   */
  record Letter(
      String from,
      String to,
      String subject,
      Moment at,
      List<Header> headers,
      String text,
      String html) {}

  record Header(String name, String value) {}

  static MailPage of(List<Mail> mails) {
    Map<String, List<Mail>> threads = new LinkedHashMap<>();
    mails.stream()
        .sorted(Comparator.comparing(Mail::at).reversed())
        .forEach(
            mail ->
                threads
                    .computeIfAbsent(
                        mail.follows().isEmpty() ? mail.id() : mail.follows(),
                        any -> new ArrayList<>())
                    .add(mail));
    return new MailPage(
        threads.values().stream()
            .map(
                thread ->
                    new Thread(
                        thread.get(thread.size() - 1).subject(),
                        thread.size(),
                        thread.stream().map(MailPage::letter).toList()))
            .toList());
  }

  private static Letter letter(Mail mail) {
    return new Letter(
        mail.from(),
        String.join(", ", mail.to()),
        mail.subject(),
        Moment.of(mail.at()),
        mail.headers().entrySet().stream()
            .map(each -> new Header(each.getKey(), each.getValue()))
            .toList(),
        mail.text(),
        mail.html().isEmpty() ? "" : "/mail/html?" + Form.encoded(Map.of("id", mail.id())));
  }
}
