package io.tocsin.notifier.edge.datadog;

import java.time.Duration;

/**
 * How Datadog is reached ({@code tocsin.notifier.datadog}).
 *
 * @param apiUrl of the site where the monitors are, {@code https://api.datadoghq.eu}
 * @param apiKey empty: nothing is written back
 * @param perMinute events a minute; 0 for no limit
 * @param attemptLimit for one try, connection and answer together
 */
public record DatadogSettings(String apiUrl, String apiKey, int perMinute, Duration attemptLimit) {

  public DatadogSettings {
    if (!apiUrl.matches("https?://[^?#\\s]+")) {
      throw new IllegalArgumentException(
          "tocsin.notifier.datadog.api-url (DATADOG_API_URL) must be an http(s) address without"
              + " query, was '%s'".formatted(apiUrl));
    }
    apiKey = apiKey.strip();
    if (!apiKey.matches("[A-Za-z0-9]*")) {
      throw new IllegalArgumentException(
          "tocsin.notifier.datadog.api-key (DATADOG_API_KEY) must consist of letters and digits");
    }
  }

  /** Never with the key. */
  @Override
  public String toString() {
    return "DatadogSettings[" + apiUrl + "]";
  }
}
