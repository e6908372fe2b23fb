package io.tocsin.notifier.edge.phone;

import io.tocsin.notifier.edge.provider.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.FormBody;
import org.jspecify.annotations.Nullable;

/** A call that is placed once: one that Twilio has already is not placed again. */
final class VoiceCall extends TwilioCall {
  private static final String RESOURCE = "Calls";

  /** How far its clock and ours may be apart. */
  private static final Duration APART = Duration.ofSeconds(60);

  private final Ours ours;
  private final CallTag tag;
  private final String number;
  private final String script;
  private final Instant since;

  /**
   * @param since when the page was asked for
   */
  VoiceCall(Twilio twilio, Ours ours, CallTag tag, String number, String script, Instant since) {
    super(twilio);
    this.ours = ours;
    this.tag = tag;
    this.number = number;
    this.script = script;
    this.since = since;
  }

  @Override
  Answer act() throws IOException {
    PhoneSettings settings = twilio.settings();
    FormBody form =
        new FormBody.Builder()
            .add("To", number)
            .add("From", settings.from())
            .add("Twiml", script)
            .add("Timeout", Long.toString(settings.ringFor().toSeconds()))
            .add(
                "StatusCallback", settings.callbacksUrl() + "/callbacks/phone/status" + tag.query())
            .add("StatusCallbackMethod", "POST")
            .add("StatusCallbackEvent", "initiated")
            .add("StatusCallbackEvent", "ringing")
            .add("StatusCallbackEvent", "answered")
            .add("StatusCallbackEvent", "completed")
            .build();
    return answer(twilio.post(RESOURCE, form, this::follow));
  }

  /**
   * One to this number since then that is known to be for this page, or that nobody says is for
   * another: a call that has only just been queued has called nothing back yet.
   */
  @Override
  Optional<Answer> done() throws IOException {
    Twilio.@Nullable Placed unclaimed = null;
    for (Twilio.Placed call : twilio.list(RESOURCE, number, this::follow)) {
      if (!call.from().equals(twilio.settings().from())
          || call.created().isBefore(since.minus(APART))) {
        continue;
      }
      Optional<CallTag> whose = ours.tag(call, this::follow);
      if (whose.isPresent() && whose.get().notification().equals(tag.notification())) {
        return Optional.of(found(call));
      }
      unclaimed = whose.isEmpty() && call.isLive() ? call : unclaimed;
    }
    return Optional.ofNullable(unclaimed).map(VoiceCall::found);
  }

  private static Answer found(Twilio.Placed call) {
    return new Answer(
        Answer.Kind.ACCEPTED, call.sid(), "Twilio had taken it before: it was not placed again");
  }
}
