package io.tocsin.alertingest.edge.canary;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who listens for our heart: a service outside that calls somebody when it stops.
 *
 * @param urls of those services; each may hold a secret
 * @param every how long after a beat the next follows
 * @param method by which it is told
 */
@ConfigurationProperties("tocsin.heartbeat")
public record HeartbeatSettings(
    @DefaultValue List<String> urls,
    @DefaultValue("60s") Duration every,
    @DefaultValue("POST") Method method) {

  public HeartbeatSettings {
    urls = urls.stream().map(String::strip).filter(url -> !url.isEmpty()).toList();
    if (!urls.stream().allMatch(HeartbeatSettings::isAddress)) {
      throw new IllegalArgumentException(
          "tocsin.heartbeat.urls (TOCSIN_HEARTBEAT_URL) must be http(s) addresses, several with a"
              + " comma between; one of them is not");
    }
    if (every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException(
          "tocsin.heartbeat.every must be longer than 0, was " + every);
    }
  }

  private static boolean isAddress(String url) {
    try {
      URI address = new URI(url);
      return url.matches("https?://.*") && address.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** By which a beat is told. */
  public enum Method {
    GET,
    POST
  }

  /** Without the addresses, which may hold secrets. */
  @Override
  public String toString() {
    return "HeartbeatSettings[%d urls, every=%s, method=%s]".formatted(urls.size(), every, method);
  }
}
