package io.tocsin.notifier.edge.slack.callback;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.app_backend.views.response.ViewSubmissionResponse;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Update;
import io.tocsin.notifier.edge.callback.Away;
import io.tocsin.notifier.edge.callback.Callback;
import io.tocsin.notifier.edge.callback.Reply;
import io.tocsin.notifier.edge.slack.Answers;
import io.tocsin.notifier.edge.slack.Place;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Opens the two forms and takes what was filled in (RUN-07.1b, RUN-02.2). */
final class Forms {
  private final Asking asking;
  private final Answers answers;

  Forms(Asking asking, Answers answers) {
    this.asking = asking;
    this.answers = answers;
  }

  /** Answers at once; the form follows, for those who may fill it in. */
  Mono<Reply> open(
      String form, Origin origin, SlackUser user, String triggerId, String responseUrl) {
    asking
        .refusal(origin.incident().team(), user)
        .onErrorResume(
            Away.class,
            away -> Mono.just(Optional.of(away.told() + " Try again in a few seconds.")))
        .publishOn(Schedulers.boundedElastic())
        .subscribe(refusal -> show(form, origin, triggerId, responseUrl, refusal));
    return Mono.just(Reply.taken("form " + form));
  }

  private void show(
      String form, Origin origin, String triggerId, String responseUrl, Optional<String> refusal) {
    if (refusal.isPresent()) {
      answers.respond(responseUrl, refusal.get());
      return;
    }
    View view = form.equals(Modals.UPDATE) ? Modals.update(origin) : Modals.questions(origin);
    if (!answers.open(triggerId, view)) {
      answers.respond(
          responseUrl,
          "Slack did not open the form. Try again, or write /incident update "
              + origin.incident()
              + " what was done.");
    }
  }

  Mono<Reply> submitted(ViewSubmissionPayload payload, Callback callback) {
    View view = payload.getView();
    Optional<Origin> origin = Origin.parse(view.getPrivateMetadata());
    if (origin.isEmpty()) {
      return Mono.just(Reply.ignored("another's form"));
    }
    Filled filled = new Filled(view);
    Optional<CommandAction> action =
        switch (String.valueOf(view.getCallbackId())) {
          case Modals.UPDATE -> filled.update().map(Forms::posted);
          case Modals.QUESTIONS ->
              Optional.of(filled.answers())
                  .filter(it -> !it.isEmpty())
                  .map(CommandAction.Assess::new);
          default -> Optional.empty();
        };
    if (action.isEmpty()) {
      return Mono.just(wrong(view, "Fill in at least one field."));
    }
    SlackUser user =
        new SlackUser(payload.getUser().getId(), String.valueOf(payload.getUser().getUsername()));
    Wish wish =
        Wish.of(origin.get().incident(), action.get(), user, "view " + view.getId(), callback.at());
    return asking
        .of(wish)
        .map(
            asked ->
                asked.taken()
                    ? taken(asked, origin.get(), user, wish)
                    : wrong(view, asked.said().join()))
        .onErrorResume(
            Away.class,
            away -> Mono.just(wrong(view, away.told() + " Send it again in a few seconds.")));
  }

  private static CommandAction posted(Update update) {
    return new CommandAction.PostUpdate(update);
  }

  private Reply taken(Asked asked, Origin origin, SlackUser user, Wish wish) {
    Place place = origin.place();
    if (place != null) {
      asked.said().thenAcceptAsync(said -> answers.whisper(place, user.id(), said));
    }
    return Reply.taken(wish.action().wireName());
  }

  /** Keeps the form open and says why. */
  private static Reply wrong(View view, String why) {
    String field =
        Modals.QUESTIONS.equals(view.getCallbackId())
            ? Modals.name(io.tocsin.contracts.policy.severity.Question.UNAVAILABLE)
            : Modals.STATUS;
    return Reply.ignored("form not taken")
        .with(
            MediaType.APPLICATION_JSON,
            GsonFactory.createSnakeCase()
                .toJson(
                    ViewSubmissionResponse.builder()
                        .responseAction("errors")
                        .errors(Map.of(field, why))
                        .build()));
  }
}
