package io.tocsin.notifier.edge.mail;

import io.tocsin.contracts.events.Notification;
import java.nio.charset.StandardCharsets;

/**
 * The names of mails. They are made of our own ids and stored nowhere: a mail that is sent twice
 * has the same name twice, and whoever receives it can tell.
 *
 * @param installation tells this installation's from another's
 */
record MailIds(String installation) {

  /** {@code <RX-142/7/email/on-call@0a1b2c3d>}. */
  String of(Notification notification) {
    return named(notification.id().toString());
  }

  /** Of the mail that takes a page back. */
  String ofWithdrawal(Notification notification) {
    return named(notification.id() + "/withdrawn");
  }

  /**
   * What all mails of the incident to this recipient follow. No mail has this name, so that none
   * must be remembered: mail programs join those that follow the same.
   */
  String thread(Notification notification) {
    return named(
        "%s/%s/%s"
            .formatted(
                notification.incident(),
                notification.channel().wireName(),
                notification.recipient()));
  }

  /** Each octet that may not stand in a name is written {@code =XX}. */
  private String named(String text) {
    StringBuilder name = new StringBuilder("<");
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char each = (char) (octet & 0xff);
      if (each < 128 && (Character.isLetterOrDigit(each) || each == '-' || each == '/')) {
        name.append(each);
      } else {
        name.append("=%02X".formatted((int) each));
      }
    }
    return name.append('@').append(installation).append('>').toString();
  }
}
