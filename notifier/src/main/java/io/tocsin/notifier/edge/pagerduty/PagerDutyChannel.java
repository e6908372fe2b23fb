package io.tocsin.notifier.edge.pagerduty;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.notifier.edge.provider.CannotSend;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.Proof;
import io.tocsin.notifier.edge.provider.ProviderCall;
import io.tocsin.notifier.edge.provider.ProviderHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * PagerDuty Events API v2. Each page number has a key of its own, {@code
 * <installation>-<incident>-<n>}: a page sent twice rings once, a page that must ring again has
 * another number. An unanswered one is reconciled by that key alone.
 */
public final class PagerDutyChannel implements ChannelSender {
  private final Supplier<Policies> policies;
  private final Supplier<String> installation;
  private final RoutingKeys keys;
  private final PagerDutyWording wording;
  private final OkHttpClient http;
  private final @Nullable HttpUrl url;

  /**
   * @param installation the id that tells this installation's keys from another's
   * @param secrets the value of a name, if it is set
   * @param baseUrl where people reach Tocsin; empty when it is not said
   */
  public PagerDutyChannel(
      PagerDutySettings settings,
      Supplier<Policies> policies,
      Supplier<String> installation,
      Function<String, Optional<String>> secrets,
      String baseUrl) {
    this.policies = policies;
    this.installation = installation;
    this.keys = new RoutingKeys(policies, secrets, settings.standInKeys());
    this.wording = new PagerDutyWording(baseUrl);
    this.http = ProviderHttp.client(settings.attemptLimit(), settings.connections()).build();
    this.url =
        settings.eventsUrl().isEmpty()
            ? null
            : HttpUrl.get(settings.eventsUrl().replaceAll("/+$", "") + "/v2/enqueue");
  }

  @Override
  public Channel channel() {
    return Channel.PAGERDUTY;
  }

  @Override
  public boolean knowsRepetitions() {
    return true;
  }

  @Override
  public Optional<String> missing() {
    return url == null ? Optional.of("set PAGERDUTY_EVENTS_URL") : Optional.empty();
  }

  @Override
  public List<ProviderCall> calls(Notification notification, Act act, List<Integer> pages)
      throws CannotSend {
    if (url == null) {
      throw CannotSend.unconfigured("set PAGERDUTY_EVENTS_URL");
    }
    String routingKey = keys.of(notification);
    List<ProviderCall> calls = new ArrayList<>();
    if (act == Act.TELL || act == Act.REFRESH) {
      throw new CannotSend(
          new Reason("unsuited", "PagerDuty rings; it is not told what rings nobody"));
    }
    for (int page : pages) {
      PagerDutyEvent event = event(notification, act, routingKey, page);
      calls.add(
          new PagerDutyCall(
              http, url, event, policies.get().installation().pagerDutyEventsPerMinute()));
    }
    return calls;
  }

  private PagerDutyEvent event(Notification notification, Act act, String routingKey, int page) {
    String dedupKey = installation.get() + "-" + notification.incident() + "-" + page;
    return switch (act) {
      case PAGE -> wording.trigger(notification, routingKey, dedupKey);
      case ACKNOWLEDGE -> PagerDutyEvent.acknowledge(routingKey, dedupKey);
      default -> PagerDutyEvent.resolve(routingKey, dedupKey);
    };
  }

  /** As far as it goes without an event: the form of every key, and whether the host answers. */
  @Override
  public Proof prove() throws IOException {
    return url == null
        ? Proof.refused("set PAGERDUTY_EVENTS_URL")
        : new KeyForms(keys, policies).prove(http, url);
  }
}
