package io.tocsin.notifier.edge.slack;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.message.MessageText;
import io.tocsin.notifier.edge.provider.CannotSend;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.Proof;
import io.tocsin.notifier.edge.provider.ProviderCall;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Slack: one first message for each incident and channel, edited as the state changes, everything
 * after it in its thread (MHV-p34). What may have been written is found again by its metadata
 * before it is written once more.
 */
public final class SlackChannel implements ChannelSender {
  private final SlackSettings settings;
  private final SlackApi slack;
  private final Supplier<String> installation;
  private final Addresses addresses;
  private final Wording wording;
  private final Workplace workplace;

  /**
   * @param installation the id that tells this installation's messages from another's
   * @param texts the templates of the policy that a notification's incident opened under
   */
  SlackChannel(
      SlackSettings settings,
      SlackApi slack,
      Supplier<Policies> policies,
      Supplier<String> installation,
      Addresses addresses,
      Function<Notification, MessageText> texts) {
    this.settings = settings;
    this.slack = slack;
    this.installation = installation;
    this.addresses = addresses;
    this.wording = new Wording(texts, policies, addresses);
    this.workplace = new Workplace(slack, addresses, new FirstMessages());
  }

  @Override
  public Channel channel() {
    return Channel.SLACK;
  }

  @Override
  public Optional<String> missing() {
    return settings.botToken().isEmpty() ? Optional.of("set SLACK_BOT_TOKEN") : Optional.empty();
  }

  @Override
  public void recall(Delivery delivery) {
    workplace.firsts().recall(delivery, addresses.find(delivery.notification()).orElse(null));
  }

  @Override
  public List<ProviderCall> calls(Notification notification, Act act, List<Integer> pages)
      throws CannotSend {
    if (settings.botToken().isEmpty()) {
      throw CannotSend.unconfigured("set SLACK_BOT_TOKEN");
    }
    String address = addresses.of(notification);
    Marker marker = new Marker(installation.get());
    if (act == Act.RESOLVE && notification.act() == Act.PAGE) {
      return List.of(
          edit(notification, new Withdrawal(workplace, wording, marker, notification, address)));
    }
    if (act == Act.REFRESH) {
      return List.of(
          edit(notification, new Editing(workplace, wording, notification, address, null)));
    }
    Saying saying = new Saying(workplace, wording, marker, notification, address);
    return List.of(
        new SlackCall("to " + address, settings.messagesPerMinute(), saying),
        edit(notification, new Editing(workplace, wording, notification, address, saying)));
  }

  /** A page does not wait for its turn to be edited. */
  private ProviderCall edit(Notification notification, SlackCall.Step step) {
    int perMinute = notification.act() == Act.PAGE ? 0 : settings.editsPerMinute();
    return new SlackCall("chat.update", perMinute, step);
  }

  /** By {@code auth.test}, which says nothing to anybody. */
  @Override
  public Proof prove() throws IOException {
    return new SlackToken(slack).prove();
  }
}
