package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.Reason;
import io.tocsin.notifier.edge.provider.CannotSend;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.Proof;
import io.tocsin.notifier.edge.provider.ProviderCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The telephone: a page is a call, everything else a text. */
final class PhoneChannel implements ChannelSender {
  private final Numbers numbers;
  private final PhoneWords words;
  private final SpokenPages spoken;
  private final Script script;
  private final @Nullable Twilio twilio;
  private final @Nullable Ours ours;
  private final Optional<String> missing;

  PhoneChannel(OkHttpClient http, PhoneDesk desk) {
    PhoneSettings settings = desk.settings();
    this.numbers = desk.numbers();
    this.words = desk.words();
    this.spoken = desk.spoken();
    this.script = new Script(settings.callbacksUrl());
    this.missing = missing(settings);
    this.twilio = missing.isEmpty() ? new Twilio(http, settings) : null;
    this.ours = twilio == null ? null : new Ours(twilio, desk.references());
  }

  private static Optional<String> missing(PhoneSettings settings) {
    List<String> unset = new ArrayList<>();
    unset(unset, "TWILIO_API_URL", settings.apiUrl());
    unset(unset, "TWILIO_ACCOUNT_SID", settings.accountSid());
    unset(unset, "TWILIO_AUTH_TOKEN", settings.authToken());
    unset(unset, "TWILIO_FROM (the number that calls, as +12025550100)", settings.from());
    unset(unset, "TOCSIN_BASE_URL (where Twilio can call back)", settings.callbacksUrl());
    return unset.isEmpty() ? Optional.empty() : Optional.of("set " + String.join(", ", unset));
  }

  private static void unset(List<String> unset, String name, String value) {
    if (value.isEmpty()) {
      unset.add(name);
    }
  }

  @Override
  public Channel channel() {
    return Channel.PHONE;
  }

  @Override
  public Optional<String> missing() {
    return missing;
  }

  @Override
  public List<ProviderCall> calls(Notification notification, Act act, List<Integer> pages)
      throws CannotSend {
    if (twilio == null || ours == null) {
      throw CannotSend.unconfigured(missing.orElse("the phone"));
    }
    if (act == Act.REFRESH) {
      throw new CannotSend(
          new Reason("unsuited", "a text cannot be brought up to date once it is sent"));
    }
    String number = numbers.of(notification);
    if (act == Act.PAGE) {
      return List.of(page(twilio, ours, notification, number));
    }
    List<ProviderCall> calls = new ArrayList<>();
    if (!pages.isEmpty()) {
      calls.add(new HangUp(twilio, ours, notification.incident(), pages, number));
    }
    String text = words.text(notification, act);
    if (text != null) {
      calls.add(
          new TextMessage(
              twilio, TextTag.of(notification, act), number, text, notification.requestedAt()));
    }
    return calls;
  }

  private ProviderCall page(Twilio to, Ours whose, Notification page, String number) {
    CallTag tag = CallTag.of(page);
    String said = words.spoken(page);
    spoken.keep(page.id(), said);
    return new VoiceCall(to, whose, tag, number, script.page(said, tag), page.requestedAt());
  }

  /** By reading the account: nobody is called. */
  @Override
  public Proof prove() throws IOException {
    return twilio == null
        ? Proof.refused(missing.orElse("the phone is not configured"))
        : new TwilioAccount(twilio).prove();
  }
}
