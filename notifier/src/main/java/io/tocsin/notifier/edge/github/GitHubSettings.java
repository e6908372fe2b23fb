package io.tocsin.notifier.edge.github;

import java.time.Duration;

/**
 * How GitHub is reached ({@code tocsin.notifier.github}).
 *
 * @param apiUrl what {@code /repos/…} is put after
 * @param token of an account of Tocsin's own, with write access to issues; empty: GitHub is not
 *     configured
 * @param callsPerMinute that say something; GitHub allows 80 (RUN-04.3)
 * @param attemptLimit for one request, connection and answer together
 */
public record GitHubSettings(
    String apiUrl, String token, int callsPerMinute, Duration attemptLimit) {

  public GitHubSettings {
    if (!apiUrl.matches("https?://[^?#]+")) {
      throw new IllegalArgumentException(
          "tocsin.notifier.github.api-url (GITHUB_API_URL) must be an http(s) address without"
              + " query, was '%s'".formatted(apiUrl));
    }
  }

  /** Never with the token. */
  @Override
  public String toString() {
    return "GitHubSettings[" + apiUrl + "]";
  }
}
