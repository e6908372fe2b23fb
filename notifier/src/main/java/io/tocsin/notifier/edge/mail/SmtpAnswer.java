package io.tocsin.notifier.edge.mail;

import io.tocsin.notifier.edge.provider.Answer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** What a mail server means: 4xx may pass, 5xx will not, and without a word nothing is known. */
final class SmtpAnswer {
  private static final Pattern CODE = Pattern.compile("^\\s*([45]\\d\\d)\\b");
  private static final Pattern ADDRESSES = Pattern.compile("<?[^\\s<>@]+@[^\\s<>@]+>?");
  private static final int SHOWN = 300;

  private SmtpAnswer() {}

  /**
   * The answer behind {@code failure}.
   *
   * @throws IOException when the server gave none
   */
  static Answer of(MessagingException failure, Letter letter, SmtpAddress address)
      throws IOException {
    if (failure instanceof SendFailedException sent && isSentToSome(sent)) {
      return new Answer(
          Answer.Kind.ACCEPTED,
          letter.id(),
          "the mail server took it for %d of %d addresses"
              .formatted(sent.getValidSentAddresses().length, letter.to().size()));
    }
    return of(failure, address);
  }

  /**
   * The same where no mail was sent yet.
   *
   * @throws IOException when the server gave none
   */
  static Answer of(MessagingException failure, SmtpAddress address) throws IOException {
    String said = said(failure);
    int code = code(failure, said);
    if (code == 0) {
      throw new IOException("the mail server gave no answer", failure);
    }
    return new Answer(
        code < 500 ? Answer.Kind.BUSY : Answer.Kind.REFUSED,
        null,
        "SMTP " + shown(said, address) + hint(failure));
  }

  private static boolean isSentToSome(SendFailedException failure) {
    return failure.getValidSentAddresses() != null && failure.getValidSentAddresses().length > 0;
  }

  private static int code(MessagingException failure, String said) {
    for (Throwable each = failure; each != null; each = next(each)) {
      if (each instanceof SMTPSendFailedException sent && isRefusal(sent.getReturnCode())) {
        return sent.getReturnCode();
      }
      if (each instanceof SMTPAddressFailedException sent && isRefusal(sent.getReturnCode())) {
        return sent.getReturnCode();
      }
      Matcher code = CODE.matcher(each.getMessage() == null ? "" : each.getMessage());
      if (code.find()) {
        return Integer.parseInt(code.group(1));
      }
    }
    return failure instanceof AuthenticationFailedException && !said.isEmpty() ? 535 : 0;
  }

  private static boolean isRefusal(int code) {
    return code >= 400 && code < 600;
  }

  private static String said(MessagingException failure) {
    String said = "";
    for (Throwable each = failure; each != null; each = next(each)) {
      String message = each.getMessage() == null ? "" : each.getMessage();
      if (CODE.matcher(message).find()) {
        return message;
      }
      said = said.isEmpty() ? message : said;
    }
    return said;
  }

  private static @Nullable Throwable next(Throwable failure) {
    return failure instanceof MessagingException one && one.getNextException() != null
        ? one.getNextException()
        : failure.getCause();
  }

  /** Servers quote what they were sent: neither the password nor an address is shown. */
  private static String shown(String said, SmtpAddress address) {
    String text = said;
    if (address.password() != null && !address.password().isEmpty()) {
      text = text.replace(address.password(), "(password)");
    }
    text = ADDRESSES.matcher(text).replaceAll("(address)").replaceAll("\\p{Cntrl}+", " ").strip();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private static String hint(MessagingException failure) {
    return failure instanceof AuthenticationFailedException
        ? "; check user and password of SMTP_URL"
        : "";
  }
}
