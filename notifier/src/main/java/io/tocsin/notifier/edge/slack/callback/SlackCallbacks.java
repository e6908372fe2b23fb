package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.notifier.edge.callback.Callback;
import io.tocsin.notifier.edge.callback.CallbackReceiver;
import io.tocsin.notifier.edge.callback.Reply;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code /callbacks/slack/…}: what people do in Slack, signed by Slack. */
final class SlackCallbacks implements CallbackReceiver {
  private static final String INTERACTIONS = "/callbacks/slack/interactions";
  private static final String COMMANDS = "/callbacks/slack/commands";
  private static final String EVENTS = "/callbacks/slack/events";

  private final String signingSecret;
  private final Signature signature;
  private final Interactions interactions;
  private final SlashCommands commands;
  private final Events events;

  SlackCallbacks(
      String signingSecret, Interactions interactions, SlashCommands commands, Events events) {
    this.signingSecret = signingSecret;
    this.signature = new Signature(signingSecret);
    this.interactions = interactions;
    this.commands = commands;
    this.events = events;
  }

  @Override
  public String provider() {
    return "slack";
  }

  @Override
  public List<String> paths() {
    return List.of(INTERACTIONS, COMMANDS, EVENTS);
  }

  @Override
  public boolean tellsOutcomes() {
    return true;
  }

  @Override
  public Optional<String> missing() {
    return signingSecret.isEmpty() ? Optional.of("set SLACK_SIGNING_SECRET") : Optional.empty();
  }

  @Override
  public boolean isGenuine(Callback callback) {
    return signature.isGenuine(callback);
  }

  @Override
  public Mono<Reply> receive(Callback callback) {
    return switch (callback.path().replaceFirst("\\?.*", "")) {
      case INTERACTIONS -> interactions.take(callback);
      case COMMANDS -> commands.take(callback);
      default -> events.take(callback);
    };
  }
}
