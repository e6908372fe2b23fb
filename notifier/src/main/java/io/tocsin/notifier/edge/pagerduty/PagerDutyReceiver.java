package io.tocsin.notifier.edge.pagerduty;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.runtime.Text;
import io.tocsin.notifier.edge.callback.Callback;
import io.tocsin.notifier.edge.callback.CallbackReceiver;
import io.tocsin.notifier.edge.callback.Commands;
import io.tocsin.notifier.edge.callback.Decision;
import io.tocsin.notifier.edge.callback.People;
import io.tocsin.notifier.edge.callback.Proof;
import io.tocsin.notifier.edge.callback.Reply;
import io.tocsin.notifier.edge.pagerduty.PagerDutyWebhook.Data;
import io.tocsin.notifier.edge.pagerduty.PagerDutyWebhook.Event;
import io.tocsin.notifier.edge.pagerduty.PagerDutyWebhook.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * PagerDuty's v3 webhooks: what people do there is done here (RUN-04.1b). What nobody did, such as
 * our own acknowledgement coming back, is no echo; what is not ours is answered and left alone.
 */
final class PagerDutyReceiver implements CallbackReceiver {
  private static final String NAME = "pagerduty";

  /** PagerDuty's own doing too, when an acknowledgement runs out; never Tocsin's, so no echo. */
  private static final String UNACKNOWLEDGED = "incident.unacknowledged";

  private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
  private static final int NOTE = 2_000;

  private final List<String> secrets;
  private final PagerDutyKeys keys;
  private final People people;
  private final Commands commands;
  private final Sequence sequence = new Sequence();

  /**
   * @param secrets of the webhook subscriptions, separated by commas; empty when none is set
   */
  PagerDutyReceiver(
      String secrets, Supplier<String> installation, People people, Commands commands) {
    this.secrets = SEPARATOR.splitAsStream(secrets).filter(secret -> !secret.isEmpty()).toList();
    this.keys = new PagerDutyKeys(installation);
    this.people = people;
    this.commands = commands;
  }

  @Override
  public String provider() {
    return NAME;
  }

  @Override
  public List<String> paths() {
    return List.of("/callbacks/pagerduty");
  }

  @Override
  public Optional<String> missing() {
    return secrets.isEmpty() ? Optional.of("set PAGERDUTY_WEBHOOK_SECRET") : Optional.empty();
  }

  /** PagerDuty signs with each secret that it has: any of them is enough while one is replaced. */
  @Override
  public boolean isGenuine(Callback callback) {
    List<String> signatures =
        callback.headers().getOrEmpty("X-PagerDuty-Signature").stream()
            .flatMap(SEPARATOR::splitAsStream)
            .filter(signature -> signature.startsWith("v1="))
            .map(signature -> signature.substring("v1=".length()))
            .toList();
    return secrets.stream()
        .map(secret -> Proof.sha256(secret, callback.body()))
        .anyMatch(proof -> signatures.stream().anyMatch(proof::isHex));
  }

  @Override
  public Mono<Reply> receive(Callback callback) {
    return decide(callback).publish(commands);
  }

  Decision decide(Callback callback) {
    Event event = PagerDutyWebhook.read(callback.body());
    Data data = event.data();
    if (data == null) {
      return nothing(event, "nothing follows from it");
    }
    Optional<IncidentId> ours = keys.incident(data);
    if (ours.isEmpty()) {
      return nothing(event, "it is about no incident of this installation");
    }
    IncidentId incident = ours.get();
    Reference person = event.person();
    if (person == null && !event.type().equals(UNACKNOWLEDGED)) {
      return nothing(event, "no person did it to " + incident);
    }
    CommandAction action = action(event, data, incident.team());
    if (action == null) {
      return nothing(event, "nothing follows from it for " + incident);
    }
    Instant at = Objects.requireNonNullElse(event.occurredAt(), callback.at());
    if (!sequence.isNewest(incident, line(event, action), at)) {
      return nothing(event, "something newer of " + incident + " came before it");
    }
    return Decision.of(
        new IncidentCommand(
            Commands.id(NAME, event.id()),
            incident.team(),
            incident,
            new Actor(person == null ? NAME : id(incident.team(), person), NAME),
            callback.at(),
            action));
  }

  private static Decision nothing(Event event, String why) {
    return Decision.nothing(Text.cut(Text.plain(event.type()), 60) + ": " + why);
  }

  private @Nullable CommandAction action(Event event, Data data, TeamCode team) {
    return switch (event.type()) {
      case "incident.acknowledged" -> new CommandAction.Acknowledge();
      case UNACKNOWLEDGED -> new CommandAction.Unacknowledge();
      case "incident.resolved" -> new CommandAction.ReportRecovery();
      case "incident.reassigned", "incident.delegated" -> handOver(data, team);
      case "incident.annotated" -> note(data);
      default -> null;
    };
  }

  /** To the first whom the policy knows, else to the first. */
  private @Nullable CommandAction handOver(Data data, TeamCode team) {
    return data.people().stream()
        .flatMap(assignee -> known(team, assignee).stream())
        .findFirst()
        .or(() -> data.people().stream().map(assignee -> id(team, assignee)).findFirst())
        .map(CommandAction.HandOver::new)
        .orElse(null);
  }

  private static @Nullable CommandAction note(Data data) {
    String content = data.content();
    return content == null || content.isBlank()
        ? null
        : new CommandAction.Note(Text.cut(content.strip(), NOTE));
  }

  /** What may overtake each other: who has it, and whether anybody has. Notes add up. */
  private static String line(Event event, CommandAction action) {
    if (action instanceof CommandAction.Note) {
      return event.id();
    }
    return action instanceof CommandAction.HandOver ? "owner" : "state";
  }

  private String id(TeamCode team, Reference person) {
    return known(team, person).orElse(NAME + ":" + person.id());
  }

  /** PagerDuty shows a person by name, or by mail address where there is none. */
  private Optional<String> known(TeamCode team, Reference person) {
    String shown = person.summary();
    return shown == null || shown.isBlank()
        ? Optional.empty()
        : people.byName(team, shown).or(() -> people.byAddress(team, Channel.EMAIL, shown.strip()));
  }
}
