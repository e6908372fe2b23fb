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

/** Twilio's callbacks: keys, what became of calls, and texts from people. */
final class PhoneReceiver implements CallbackReceiver {
  static final String BASE = "/callbacks/phone/";
  private static final MediaType XML = MediaType.TEXT_XML;

  private final PhoneSettings settings;
  private final CallTalk talk;
  private final CallProgress progress;
  private final TextReplies texts;

  PhoneReceiver(PhoneSettings settings, CallTalk talk, CallProgress progress, TextReplies texts) {
    this.settings = settings;
    this.talk = talk;
    this.progress = progress;
    this.texts = texts;
  }

  @Override
  public String provider() {
    return "phone";
  }

  @Override
  public List<String> paths() {
    return List.of(BASE + "voice", BASE + "gather", BASE + "status", BASE + "sms");
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
    CallTag tag =
        CallTag.in(callback.path())
            .orElseThrow(() -> new Unreadable("the page's name is missing in the address", null));
    return switch (path.substring(BASE.length())) {
      case "voice" -> Mono.just(written(talk.page(tag)));
      case "gather" -> talk.key(tag, form, callback.at()).map(reply -> written(reply));
      default -> progress.of(tag, form, callback.at());
    };
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
