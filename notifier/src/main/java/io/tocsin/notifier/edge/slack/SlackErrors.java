package io.tocsin.notifier.edge.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import io.tocsin.contracts.runtime.Text;
import io.tocsin.notifier.edge.provider.Answer;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Slack's refusals mean for us. */
final class SlackErrors {
  private static final int SHOWN = 300;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

  /** Slack's own words for what may pass; {@code fatal_error} may have been taken all the same. */
  private static final Set<String> PASSING =
      Set.of(
          "ratelimited",
          "rate_limited",
          "fatal_error",
          "internal_error",
          "service_unavailable",
          "request_timeout");

  private static final Set<String> CREDENTIALS =
      Set.of(
          "invalid_auth",
          "not_authed",
          "token_expired",
          "token_revoked",
          "account_inactive",
          "missing_scope");

  private final String token;

  /**
   * @param token a secret that is never shown
   */
  SlackErrors(String token) {
    this.token = token;
  }

  /** An answer with HTTP 200 that says {@code ok: false}. */
  SlackSaid of(SlackApiTextResponse response) {
    String error = String.valueOf(response.getError());
    Answer.Kind kind = PASSING.contains(error) ? Answer.Kind.BUSY : Answer.Kind.REFUSED;
    String advice =
        CREDENTIALS.contains(error) ? "; set SLACK_BOT_TOKEN to a token with the scopes" : "";
    return new SlackSaid(kind, error, shown(error) + advice, Duration.ZERO);
  }

  /** An answer with another status. */
  SlackSaid of(SlackApiException failed) {
    int status = failed.getResponse().code();
    Answer.Kind kind =
        Answer.kindOf(status) == Answer.Kind.BUSY ? Answer.Kind.BUSY : Answer.Kind.REFUSED;
    String body = failed.getResponseBody() == null ? "" : shown(failed.getResponseBody());
    return new SlackSaid(
        kind,
        status == 429 ? "ratelimited" : "",
        "HTTP " + status + (body.isEmpty() ? "" : ", " + body),
        retryAfter(failed.getResponse().header("Retry-After")));
  }

  private static Duration retryAfter(@Nullable String header) {
    return header != null && SECONDS.matcher(header).matches()
        ? Duration.ofSeconds(Long.parseLong(header))
        : Duration.ZERO;
  }

  private String shown(String text) {
    String safe = token.isEmpty() ? text : text.replace(token, "(token)");
    return PlainWords.cut(Text.plain(safe), SHOWN);
  }
}
