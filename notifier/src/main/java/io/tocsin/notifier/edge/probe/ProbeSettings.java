package io.tocsin.notifier.edge.probe;

import java.time.Duration;

/**
 * Where canaries end ({@code tocsin.notifier.probe}).
 *
 * @param url what takes them with any 2xx; empty: the notifier itself is the end
 * @param attemptLimit for one try, connection and answer together
 */
public record ProbeSettings(String url, Duration attemptLimit) {

  public ProbeSettings {
    if (!url.isEmpty() && !url.matches("https?://\\S+")) {
      throw new IllegalArgumentException(
          "tocsin.notifier.probe.url (TOCSIN_CANARY_URL) must be an http(s) address");
    }
  }

  /** Without what the address may hold of a secret. */
  @Override
  public String toString() {
    return "ProbeSettings[attemptLimit=" + attemptLimit + "]";
  }
}
