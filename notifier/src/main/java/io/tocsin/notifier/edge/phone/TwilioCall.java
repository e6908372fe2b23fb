package io.tocsin.notifier.edge.phone;

import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.CallUnderWay;
import io.tocsin.notifier.edge.provider.ProviderCall;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Call;

/**
 * One request to Twilio, which tells no repetitions: before any try that is not certainly the first
 * it is asked whether it has done what is wanted.
 */
abstract class TwilioCall implements ProviderCall {
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d{7,15}");
  private static final int SHOWN = 300;

  final Twilio twilio;
  private final CallUnderWay underWay = new CallUnderWay();
  private boolean maybeDone;

  TwilioCall(Twilio twilio) {
    this.twilio = twilio;
  }

  /** The answer to what was done before, if it was. */
  abstract Optional<Answer> done() throws IOException;

  abstract Answer act() throws IOException;

  @Override
  public final String limitedBy() {
    return twilio.settings().accountSid();
  }

  @Override
  public final int perMinute() {
    return twilio.settings().perMinute();
  }

  @Override
  public final void maybeSent() {
    maybeDone = true;
  }

  @Override
  public final Answer attempt() throws IOException {
    Optional<Answer> before = maybeDone ? done() : Optional.empty();
    if (before.isPresent()) {
      return before.get();
    }
    maybeDone = true;
    return act();
  }

  /** Takes note of a call that can be given up. */
  final void follow(Call call) {
    underWay.follow(call);
  }

  /** What {@code said} means, in Twilio's words without numbers of people. */
  final Answer answer(Twilio.Said said) {
    Answer.Kind kind = Answer.kindOf(said.status());
    if (kind == Answer.Kind.ACCEPTED) {
      String sid = said.text("sid");
      return new Answer(kind, sid.isEmpty() ? null : sid, "Twilio took it");
    }
    String code = said.body().path("code").asString("");
    String message =
        NUMBER
            .matcher(said.text("message").replace(twilio.settings().authToken(), "(token)"))
            .replaceAll("(number)")
            .replaceAll("\\p{Cntrl}+", " ");
    String text =
        "HTTP %d%s%s"
            .formatted(
                said.status(),
                code.isEmpty() ? "" : ", Twilio " + code,
                message.isEmpty() ? "" : ": " + message);
    return new Answer(kind, null, text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
  }

  @Override
  public final void cancel() {
    underWay.cancel();
  }
}
