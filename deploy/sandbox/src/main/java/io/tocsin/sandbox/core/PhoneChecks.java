package io.tocsin.sandbox.core;

import java.util.Optional;
import java.util.regex.Pattern;

/** What Twilio refuses, with its codes. */
final class PhoneChecks {
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");

  /** None, or one with a host. */
  private static final Pattern ADDRESS = Pattern.compile("|https?://[A-Za-z0-9.-]+(:\\d+)?/\\S*");

  private static final int TWIML = 4_000;
  private static final int BODY = 1_600;

  private PhoneChecks() {}

  static Optional<Answer> call(Form form) {
    Optional<Answer> numbers = numbers(form);
    if (numbers.isPresent()) {
      return numbers;
    }
    String twiml = form.text("Twiml");
    if (twiml.isEmpty() && form.text("Url").isEmpty()) {
      return refused(21205, "Url parameter is required.");
    }
    if (twiml.length() > TWIML) {
      return refused(21205, "Twiml must be 4000 characters or less");
    }
    return twiml.isEmpty() || Twiml.read(twiml).isPresent()
        ? Optional.empty()
        : refused(12100, "Document parse failure");
  }

  static Optional<Answer> text(Form form) {
    Optional<Answer> numbers = numbers(form);
    if (numbers.isPresent()) {
      return numbers;
    }
    if (form.text("Body").isBlank()) {
      return refused(21602, "Message body is required.");
    }
    if (form.text("Body").length() > BODY) {
      return refused(21617, "The concatenated message body exceeds the 1600 character limit");
    }
    return ADDRESS.matcher(form.text("StatusCallback")).matches()
        ? Optional.empty()
        : refused(21609, "The 'StatusCallback' URL is not a valid URL");
  }

  private static Optional<Answer> numbers(Form form) {
    if (!NUMBER.matcher(form.text("To")).matches()) {
      return refused(
          21211, "The 'To' number %s is not a valid phone number.".formatted(form.text("To")));
    }
    return NUMBER.matcher(form.text("From")).matches()
        ? Optional.empty()
        : refused(
            21212,
            "The 'From' number %s is not a valid phone number.".formatted(form.text("From")));
  }

  private static Optional<Answer> refused(int code, String message) {
    return Optional.of(PhoneAnswers.refused(400, code, message));
  }
}
