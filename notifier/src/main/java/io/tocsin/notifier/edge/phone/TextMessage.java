package io.tocsin.notifier.edge.phone;

import io.tocsin.notifier.edge.provider.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.FormBody;

/** A text that is sent once: the same words to the same number since then are the same text. */
final class TextMessage extends TwilioCall {
  private static final String RESOURCE = "Messages";

  /** How far its clock and ours may be apart. */
  private static final Duration APART = Duration.ofSeconds(60);

  private final TextTag tag;
  private final String number;
  private final String words;
  private final Instant since;

  /**
   * @param since when the text was asked for
   */
  TextMessage(Twilio twilio, TextTag tag, String number, String words, Instant since) {
    super(twilio);
    this.tag = tag;
    this.number = number;
    this.words = words;
    this.since = since;
  }

  @Override
  Answer act() throws IOException {
    PhoneSettings settings = twilio.settings();
    FormBody form =
        new FormBody.Builder()
            .add("To", number)
            .add("From", settings.from())
            .add("Body", words)
            .add(
                "StatusCallback", settings.callbacksUrl() + PhoneReceiver.TEXT_STATUS + tag.query())
            .build();
    return answer(twilio.post(RESOURCE, form, this::follow));
  }

  @Override
  Optional<Answer> done() throws IOException {
    return twilio.list(RESOURCE, number, this::follow).stream()
        .filter(text -> text.from().equals(twilio.settings().from()))
        .filter(text -> !text.created().isBefore(since.minus(APART)))
        .filter(text -> text.body().equals(words))
        .findFirst()
        .map(
            text ->
                new Answer(
                    Answer.Kind.ACCEPTED,
                    text.sid(),
                    "Twilio had taken it before: it was not sent again"));
  }
}
