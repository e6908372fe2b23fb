package io.tocsin.notifier.edge.phone;

import io.tocsin.notifier.edge.callback.Callback;
import io.tocsin.notifier.edge.callback.CallbackReceiver;
import io.tocsin.notifier.edge.callback.Proof;
import io.tocsin.notifier.edge.callback.Reply;
import io.tocsin.notifier.edge.callback.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;

/** Twilio's callbacks: keys, what became of calls and texts, and texts from people. */
final class PhoneReceiver implements CallbackReceiver {
  static final String BASE = "/callbacks/phone/";
  static final String TEXT_STATUS = BASE + "sms-status";
  private static final MediaType XML = MediaType.TEXT_XML;

  private final PhoneSettings settings;
  private final CallTalk talk;
  private final CallProgress progress;
  private final TextReplies texts;
  private final TextProgress arrivals;

  PhoneReceiver(
      PhoneSettings settings,
      CallTalk talk,
      CallProgress progress,
      TextReplies texts,
      TextProgress arrivals) {
    this.settings = settings;
    this.talk = talk;
    this.progress = progress;
    this.texts = texts;
    this.arrivals = arrivals;
  }

  @Override
  public String provider() {
    return "phone";
  }

  @Override
  public List<String> paths() {
    return List.of(BASE + "voice", BASE + "gather", BASE + "status", BASE + "sms", TEXT_STATUS);
  }

  @Override
  public boolean tellsOutcomes() {
    return true;
  }

  @Override
  public Optional<String> missing() {
    if (settings.authToken().isEmpty()) {
      return Optional.of("set TWILIO_AUTH_TOKEN");
    }
    return settings.callbacksUrl().isEmpty()
        ? Optional.of("set TOCSIN_BASE_URL, the address that Twilio calls back and signs")
        : Optional.empty();
  }

  /** HMAC-SHA1 over the address as Twilio was told it, and the sorted fields. */
  @Override
  public boolean isGenuine(Callback callback) {
    return Proof.sha1(
            settings.authToken(),
            (settings.callbacksUrl() + callback.path() + CallbackForm.of(callback).signed())
                .getBytes(StandardCharsets.UTF_8))
        .isBase64(callback.header("X-Twilio-Signature"));
  }

  @Override
  public Mono<Reply> receive(Callback callback) {
    CallbackForm form = CallbackForm.of(callback);
    String path = callback.path().replaceFirst("\\?.*", "");
    if (path.equals(BASE + "sms")) {
      return texts.receive(form, callback.at()).map(reply -> written(reply));
    }
    if (path.equals(TEXT_STATUS)) {
      return arrivals.of(named(TextTag.in(callback.path())), form, callback.at());
    }
    CallTag tag = named(CallTag.in(callback.path()));
    return switch (path.substring(BASE.length())) {
      case "voice" -> Mono.just(written(talk.page(tag)));
      case "gather" -> talk.key(tag, form, callback.at()).map(reply -> written(reply));
      default -> progress.of(tag, form, callback.at());
    };
  }

  private static <T> T named(Optional<T> tag) {
    return tag.orElseThrow(() -> new Unreadable("the page's name is missing in the address", null));
  }

  private static Reply written(Said said) {
    Reply reply = said.taken() ? Reply.taken(said.note()) : Reply.ignored(said.note());
    return reply.with(XML, said.script());
  }

  /**
   * What is answered with TwiML.
   *
   * @param note for the log
   */
  record Said(boolean taken, String note, String script) {}
}
