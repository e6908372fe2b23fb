package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.notifier.edge.callback.Away;
import io.tocsin.notifier.edge.callback.Callback;
import io.tocsin.notifier.edge.callback.Reply;
import io.tocsin.notifier.edge.slack.Answers;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code /incident}: the API's verbs; the answer is seen by whoever asked (RUN-04.1b). */
final class SlashCommands {
  private static final String SERVICE = "service:";

  private final Asking asking;
  private final Answers answers;
  private final Forms forms;
  private final Supplier<Policies> policies;
  private final Supplier<List<IncidentId>> open;

  /**
   * @param open the incidents that are not over
   */
  SlashCommands(
      Asking asking,
      Answers answers,
      Forms forms,
      Supplier<Policies> policies,
      Supplier<List<IncidentId>> open) {
    this.asking = asking;
    this.answers = answers;
    this.forms = forms;
    this.policies = policies;
    this.open = open;
  }

  Mono<Reply> take(Callback callback) {
    Form form = Form.of(callback.text());
    SlashLine line = SlashLine.of(form.text("text"));
    SlackUser user = new SlackUser(form.text("user_id"), form.text("user_name"));
    if (line.verb().equals("help") || !form.text("ssl_check").isEmpty()) {
      return Mono.just(told("help", SlashVerbs.HELP));
    }
    Mono<Reply> reply =
        line.verb().equals("declare")
            ? declare(line, form, user, callback)
            : incident(line, user)
                .flatMap(incident -> act(line, incident, form, user, callback))
                .switchIfEmpty(Mono.fromSupplier(this::which));
    return reply.onErrorResume(
        Away.class,
        away -> Mono.just(told("away", away.told() + " Send it again in a few seconds.")));
  }

  private Mono<Reply> act(
      SlashLine line, IncidentId incident, Form form, SlackUser user, Callback callback) {
    String verb = line.verb();
    boolean update = verb.matches("updates?") && line.words().isBlank();
    if (update || verb.matches("assess(ment)?")) {
      return forms.open(
          update ? Modals.UPDATE : Modals.QUESTIONS,
          new Origin(incident, null),
          user,
          form.text("trigger_id"),
          form.text("response_url"));
    }
    try {
      return asked(
          Wish.of(incident, SlashVerbs.action(line), user, delivery(form), callback.at()), form);
    } catch (SlashVerbs.NotSo e) {
      return Mono.just(told("not so", String.valueOf(e.getMessage())));
    }
  }

  private Mono<Reply> declare(SlashLine line, Form form, SlackUser user, Callback callback) {
    @Nullable Severity level = null;
    @Nullable String service = null;
    StringBuilder title = new StringBuilder();
    for (String word : line.words().split("\\s+")) {
      if (level == null && title.isEmpty() && word.matches("(?i)P[1-4]")) {
        level = Severity.valueOf(word.toUpperCase(Locale.ROOT));
      } else if (service == null && word.startsWith(SERVICE)) {
        service = word.substring(SERVICE.length());
      } else {
        title.append(title.isEmpty() ? "" : " ").append(word);
      }
    }
    if (title.toString().isBlank()) {
      return Mono.just(
          told("not so", "Say what is the matter: /incident declare P2 service:NAME title"));
    }
    CommandAction action =
        new CommandAction.Declare(title.toString(), service, "production", level);
    return team(service, user)
        .flatMap(
            team -> asked(new Wish(team, null, action, user, delivery(form), callback.at()), form))
        .switchIfEmpty(
            Mono.fromSupplier(
                () ->
                    told(
                        "no team",
                        "Tocsin does not know you (%s), nor the service: say service:NAME, and ask"
                                .formatted(user.id())
                            + " for your Slack account to be written into contacts.yaml.")));
  }

  private Mono<TeamCode> team(@Nullable String service, SlackUser user) {
    Optional<TeamCode> owner =
        service == null ? Optional.empty() : policies.get().ownerOf(service).map(TeamPolicy::code);
    return Mono.justOrEmpty(owner).switchIfEmpty(teams(user).next());
  }

  private Flux<TeamCode> teams(SlackUser user) {
    return Flux.fromStream(
            policies.get().teams().keySet().stream()
                .sorted(Comparator.comparing(TeamCode::toString)))
        .filterWhen(team -> asking.refusal(team, user).map(Optional::isEmpty));
  }

  /** The one that is named, else the only one that the person's teams have open. */
  private Mono<IncidentId> incident(SlashLine line, SlackUser user) {
    if (line.incident() != null) {
      return Mono.just(line.incident());
    }
    return teams(user)
        .collectList()
        .mapNotNull(
            teams -> {
              List<IncidentId> theirs =
                  open.get().stream().filter(each -> teams.contains(each.team())).toList();
              return theirs.size() == 1 ? theirs.get(0) : null;
            });
  }

  private Reply which() {
    return told("which", "Say which incident you mean, as in /incident ack RX-142.");
  }

  private Mono<Reply> asked(Wish wish, Form form) {
    return asking
        .of(wish)
        .map(
            asked -> {
              if (!asked.taken()) {
                return told("refused", asked.said().join());
              }
              String url = form.text("response_url");
              asked.said().thenAcceptAsync(said -> answers.respond(url, said));
              return Reply.taken(wish.action().wireName());
            });
  }

  /** Each use of the command has a trigger of its own. */
  private static String delivery(Form form) {
    return "command " + form.text("user_id") + " " + form.text("trigger_id");
  }

  private static Reply told(String note, String words) {
    return Reply.ignored(note)
        .with(
            MediaType.APPLICATION_JSON,
            ContractJson.MAPPER.writeValueAsString(Answers.ephemeral(words)));
  }
}
