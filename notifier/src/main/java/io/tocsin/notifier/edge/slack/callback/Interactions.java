package io.tocsin.notifier.edge.slack.callback;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.util.json.GsonFactory;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Severity;
import io.tocsin.notifier.edge.callback.Away;
import io.tocsin.notifier.edge.callback.Callback;
import io.tocsin.notifier.edge.callback.Reply;
import io.tocsin.notifier.edge.callback.Unreadable;
import io.tocsin.notifier.edge.slack.Answers;
import io.tocsin.notifier.edge.slack.Place;
import io.tocsin.notifier.edge.slack.Press;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Buttons that were pressed and forms that were sent. */
final class Interactions {
  private static final Gson GSON = GsonFactory.createSnakeCase();

  private final Asking asking;
  private final Answers answers;
  private final Forms forms;

  Interactions(Asking asking, Answers answers, Forms forms) {
    this.asking = asking;
    this.answers = answers;
    this.forms = forms;
  }

  Mono<Reply> take(Callback callback) {
    String payload = Form.of(callback.text()).text("payload");
    try {
      return switch (type(payload)) {
        case BlockActionPayload.TYPE ->
            pressed(GSON.fromJson(payload, BlockActionPayload.class), callback);
        case ViewSubmissionPayload.TYPE ->
            forms.submitted(GSON.fromJson(payload, ViewSubmissionPayload.class), callback);
        default -> Mono.just(Reply.ignored("an interaction that concerns nothing of ours"));
      };
    } catch (JsonParseException | NullPointerException | IllegalStateException e) {
      throw new Unreadable("an interaction of Slack was expected", e);
    }
  }

  private static String type(String payload) {
    return JsonParser.parseString(payload).getAsJsonObject().get("type").getAsString();
  }

  private Mono<Reply> pressed(BlockActionPayload payload, Callback callback) {
    BlockActionPayload.Action action = payload.getActions().get(0);
    Optional<Press> press = Press.parse(action.getActionId(), action.getValue());
    if (press.isEmpty()) {
      return Mono.just(Reply.ignored("another's button"));
    }
    SlackUser user =
        new SlackUser(
            payload.getUser().getId(),
            payload.getUser().getUsername() == null ? "" : payload.getUser().getUsername());
    CommandAction wanted = action(press.get());
    if (wanted == null) {
      return forms.open(
          press.get().action() == Press.Action.UPDATE ? Modals.UPDATE : Modals.QUESTIONS,
          new Origin(press.get().incident(), place(payload)),
          user,
          payload.getTriggerId(),
          String.valueOf(payload.getResponseUrl()));
    }
    String delivery =
        "press %s %s %s %s"
            .formatted(user.id(), action.getActionId(), action.getValue(), action.getActionTs());
    return asking
        .of(Wish.of(press.get().incident(), wanted, user, delivery, callback.at()))
        .map(asked -> answered(asked, payload, wanted))
        .onErrorResume(Away.class, away -> away(payload, away));
  }

  /** Null where a form is to be filled in first. */
  private static @Nullable CommandAction action(Press press) {
    return switch (press.action()) {
      case ACKNOWLEDGE -> new CommandAction.Acknowledge();
      case RAISE ->
          new CommandAction.ChangeSeverity(
              press.to() == null ? Severity.P1 : press.to(), "raised in Slack");
      case ESCALATE -> new CommandAction.Escalate("more people are wanted, as Slack says");
      case UPDATE, ANSWER -> null;
    };
  }

  private static @Nullable Place place(BlockActionPayload payload) {
    BlockActionPayload.Container container = payload.getContainer();
    return container == null || container.getChannelId() == null
        ? null
        : new Place(
            container.getChannelId(),
            container.getThreadTs() == null ? container.getMessageTs() : container.getThreadTs());
  }

  private Reply answered(Asked asked, BlockActionPayload payload, CommandAction wanted) {
    asked
        .said()
        .thenAcceptAsync(said -> answers.respond(String.valueOf(payload.getResponseUrl()), said));
    return asked.taken() ? Reply.taken(wanted.wireName()) : Reply.ignored("refused by policy");
  }

  /** Slack does not repeat a press: the person is told to. */
  private Mono<Reply> away(BlockActionPayload payload, Away away) {
    Mono.fromRunnable(
            () ->
                answers.respond(
                    String.valueOf(payload.getResponseUrl()),
                    away.told() + " Press again in a few seconds."))
        .subscribeOn(Schedulers.boundedElastic())
        .subscribe();
    return Mono.error(away);
  }
}
