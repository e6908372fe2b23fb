package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.Responders;
import io.tocsin.notifier.core.Standing;
import io.tocsin.notifier.edge.callback.Callback;
import io.tocsin.notifier.edge.callback.Reference;
import io.tocsin.notifier.edge.callback.References;
import io.tocsin.notifier.edge.callback.Reply;
import io.tocsin.notifier.edge.callback.Unreadable;
import io.tocsin.notifier.edge.provider.Latest;
import io.tocsin.notifier.edge.slack.Answers;
import io.tocsin.notifier.edge.slack.Place;
import io.tocsin.notifier.edge.slack.PlainWords;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reactions to an incident's message, and comments in its thread (MED-react, RUN-04.1b). */
final class Events {
  private static final int LONGEST = 2_000;
  private static final int REMEMBERED = 10_000;

  private final Asking asking;
  private final Answers answers;
  private final References references;
  private final Supplier<Policies> policies;
  private final Function<IncidentId, Optional<Standing>> standings;
  private final Set<String> offered = Latest.set(REMEMBERED);

  Events(
      Asking asking,
      Answers answers,
      References references,
      Supplier<Policies> policies,
      Function<IncidentId, Optional<Standing>> standings) {
    this.asking = asking;
    this.answers = answers;
    this.references = references;
    this.policies = policies;
    this.standings = standings;
  }

  Mono<Reply> take(Callback callback) {
    JsonNode body = body(callback);
    if (text(body, "type").equals("url_verification")) {
      return Mono.just(
          Reply.taken("url verification").with(MediaType.TEXT_PLAIN, text(body, "challenge")));
    }
    JsonNode event = body.path("event");
    return switch (text(event, "type")) {
      case "reaction_added" -> reaction(event, callback);
      case "message" -> message(event, callback);
      default -> Mono.just(Reply.ignored("an event that concerns nothing of ours"));
    };
  }

  private static JsonNode body(Callback callback) {
    try {
      return ContractJson.MAPPER.readTree(callback.body());
    } catch (JacksonException e) {
      throw new Unreadable("an event of Slack was expected", e);
    }
  }

  private Mono<Reply> reaction(JsonNode event, Callback callback) {
    JsonNode item = event.path("item");
    Place place = new Place(text(item, "channel"), text(item, "ts"));
    Optional<IncidentId> incident =
        text(item, "type").equals("message") ? incident(place) : Optional.empty();
    if (incident.isEmpty()) {
      return Mono.just(Reply.ignored("a reaction to another's message"));
    }
    String emoji = text(event, "reaction").replaceFirst("::.*", "");
    if (!Responders.acknowledges(policies.get(), incident.get().team(), emoji)) {
      return Mono.just(Reply.ignored("a reaction that acknowledges nothing"));
    }
    SlackUser user = new SlackUser(text(event, "user"), "");
    String delivery =
        "reaction %s %s %s %s"
            .formatted(place.reference(), user.id(), emoji, text(event, "event_ts"));
    return asking
        .of(Wish.of(incident.get(), new CommandAction.Acknowledge(), user, delivery, callback.at()))
        .map(asked -> answered(asked, place, user));
  }

  private Reply answered(Asked asked, Place place, SlackUser user) {
    if (asked.taken()) {
      return Reply.taken("acknowledge");
    }
    asked.said().thenAcceptAsync(said -> answers.whisper(place, user.id(), said));
    return Reply.ignored("refused by policy");
  }

  private Mono<Reply> message(JsonNode event, Callback callback) {
    boolean said =
        event.path("bot_id").isMissingNode()
            && (text(event, "subtype").isEmpty()
                || text(event, "subtype").equals("thread_broadcast"));
    String user = text(event, "user");
    Place thread = new Place(text(event, "channel"), text(event, "thread_ts"));
    Optional<IncidentId> incident =
        said && !user.isEmpty() && !thread.ts().isEmpty() ? incident(thread) : Optional.empty();
    String words = PlainWords.cut(plain(text(event, "text")), LONGEST);
    if (incident.isEmpty() || words.isBlank()) {
      return Mono.just(Reply.ignored("no comment of a person on an incident"));
    }
    String delivery = "message %s %s %s".formatted(thread.channel(), text(event, "ts"), user);
    return asking
        .of(
            Wish.of(
                incident.get(),
                new CommandAction.Note(words),
                new SlackUser(user, ""),
                delivery,
                callback.at()))
        .map(
            asked -> {
              offer(incident.get(), thread, user);
              return Reply.taken("note");
            });
  }

  /** Once for each person, while nobody has it. */
  private void offer(IncidentId incident, Place thread, String user) {
    boolean waits =
        standings.apply(incident).map(it -> it.quietedAt() == 0 && !it.isOver()).orElse(true);
    if (waits && offered.add(incident + " " + user)) {
      var unused =
          CompletableFuture.runAsync(
              () ->
                  answers.offer(
                      thread,
                      user,
                      "Your comment is noted with "
                          + incident
                          + ". Nobody has acknowledged it yet, and a comment does not: do you have"
                          + " it?",
                      incident));
    }
  }

  private Optional<IncidentId> incident(Place place) {
    return references.named(Channel.SLACK, place.reference()).map(Reference::incident);
  }

  private static String plain(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
