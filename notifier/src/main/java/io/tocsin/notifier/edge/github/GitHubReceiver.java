package io.tocsin.notifier.edge.github;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.runtime.Text;
import io.tocsin.notifier.edge.callback.Callback;
import io.tocsin.notifier.edge.callback.CallbackReceiver;
import io.tocsin.notifier.edge.callback.Commands;
import io.tocsin.notifier.edge.callback.Decision;
import io.tocsin.notifier.edge.callback.Proof;
import io.tocsin.notifier.edge.callback.Reference;
import io.tocsin.notifier.edge.callback.References;
import io.tocsin.notifier.edge.callback.Reply;
import io.tocsin.notifier.edge.callback.Unreadable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * GitHub's webhooks: what somebody of the repository writes on a ticket is a finding (RUN-05.3),
 * and closing it asks for closure (RUN-09.2). Only tickets that we opened count; a mark that
 * somebody copied opens nothing.
 */
final class GitHubReceiver implements CallbackReceiver {
  private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
  private static final String SIGNED = "sha256=";
  private static final int FINDING = 4_000;

  /** A ticket that is younger may not have been read from {@code deliveries} yet. */
  private static final Duration YOUNG = Duration.ofMinutes(10);

  /** GitHub repeats nothing by itself and waits 10 s: we ask again for half of that. */
  private static final Retry UNTIL_READ =
      Retry.fixedDelay(20, Duration.ofMillis(250))
          .filter(References.NotLoaded.class::isInstance)
          .onRetryExhaustedThrow((asked, last) -> last.failure());

  private final List<String> secrets;
  private final Supplier<String> installation;
  private final References references;
  private final Commands commands;

  /**
   * @param secrets of the webhooks, separated by commas; empty when none is set
   */
  GitHubReceiver(
      String secrets, Supplier<String> installation, References references, Commands commands) {
    this.secrets = SEPARATOR.splitAsStream(secrets).filter(secret -> !secret.isEmpty()).toList();
    this.installation = installation;
    this.references = references;
    this.commands = commands;
  }

  @Override
  public String provider() {
    return GitHubChannel.PROVIDER;
  }

  @Override
  public List<String> paths() {
    return List.of("/callbacks/github");
  }

  @Override
  public Optional<String> missing() {
    return secrets.isEmpty() ? Optional.of("set GITHUB_WEBHOOK_SECRET") : Optional.empty();
  }

  @Override
  public boolean isGenuine(Callback callback) {
    String signature = callback.header("X-Hub-Signature-256");
    return signature != null
        && signature.startsWith(SIGNED)
        && secrets.stream()
            .anyMatch(
                secret ->
                    Proof.sha256(secret, callback.body())
                        .isHex(signature.substring(SIGNED.length())));
  }

  @Override
  public Mono<Reply> receive(Callback callback) {
    return Mono.fromSupplier(() -> decide(callback))
        .retryWhen(UNTIL_READ)
        .flatMap(decision -> decision.publish(commands));
  }

  Decision decide(Callback callback) {
    String event = Objects.requireNonNullElse(callback.header("X-GitHub-Event"), "");
    String delivery = callback.header("X-GitHub-Delivery");
    if (!event.equals("issues") && !event.equals("issue_comment")) {
      return nothing(event, event.equals("ping") ? "it is heard" : "nothing follows from it");
    }
    if (delivery == null) {
      throw new Unreadable("expected the header X-GitHub-Delivery", null);
    }
    GitHubWebhook said = GitHubWebhook.read(callback.body());
    Optional<String> person = said.person();
    CommandAction action = action(event, said);
    if (action == null || person.isEmpty()) {
      return nothing(event, "nothing follows from it");
    }
    return incident(said, callback)
        .map(
            incident ->
                Decision.of(
                    new IncidentCommand(
                        Commands.id(provider(), delivery),
                        incident.team(),
                        incident,
                        new Actor(provider() + ":" + person.get(), provider()),
                        callback.at(),
                        action)))
        .orElseGet(() -> nothing(event, "it is about no ticket of ours"));
  }

  private static Decision nothing(String event, String why) {
    return Decision.nothing(Text.cut(Text.plain(event), 60) + ": " + why);
  }

  private @Nullable CommandAction action(String event, GitHubWebhook said) {
    if (event.equals("issues")) {
      return "closed".equals(said.action()) && !said.isByItsAuthor()
          ? new CommandAction.Close(Cause.UNSAID)
          : null;
    }
    GitHubWebhook.Comment comment = said.comment();
    return "created".equals(said.action()) && comment != null && comment.isByAnInsider()
        ? finding(Objects.requireNonNullElse(comment.body(), ""))
        : null;
  }

  private @Nullable CommandAction finding(String body) {
    return body.isBlank() || Marker.isOurs(installation.get(), body)
        ? null
        : new CommandAction.RecordFinding(Text.cut(body.strip(), FINDING));
  }

  private Optional<IncidentId> incident(GitHubWebhook said, Callback callback) {
    Optional<IncidentId> incident =
        said.name()
            .flatMap(issue -> references.named(Channel.GITHUB, issue.toString()))
            .map(Reference::incident);
    if (incident.isEmpty() && said.isOfOursSince(installation.get(), callback.at().minus(YOUNG))) {
      throw new References.NotLoaded();
    }
    return incident;
  }
}
