package io.tocsin.notifier.edge.probe;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.Proof;
import io.tocsin.notifier.edge.provider.ProviderCall;
import io.tocsin.notifier.edge.provider.ProviderHttp;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Takes canaries to their test receiver. Without one they end here, reserved and settled like every
 * notification: then no provider's call is proven.
 */
public final class ProbeChannel implements ChannelSender {
  private final @Nullable HttpUrl url;
  private final OkHttpClient http;

  public ProbeChannel(ProbeSettings settings) {
    this.url = settings.url().isEmpty() ? null : HttpUrl.get(settings.url());
    this.http = ProviderHttp.client(settings.attemptLimit()).build();
  }

  @Override
  public Channel channel() {
    return Channel.PROBE;
  }

  @Override
  public boolean knowsRepetitions() {
    return true;
  }

  @Override
  public List<ProviderCall> calls(Notification notification, Act act, List<Integer> pages) {
    return url == null ? List.of() : List.of(new ProbeCall(http, url, notification));
  }

  /** The canaries themselves prove it, every minute. */
  @Override
  public Proof prove() {
    return Proof.holds("canaries need no credentials");
  }
}
