package io.tocsin.notifier.edge.slack.callback;

import com.slack.api.app_backend.SlackSignature;
import io.tocsin.notifier.edge.callback.Callback;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether Slack signed a callback, and lately: its SDK looks at the past side of the window only.
 */
final class Signature {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final SlackSignature.@Nullable Verifier verifier;

  /**
   * @param signingSecret empty: nothing is genuine
   */
  Signature(String signingSecret) {
    this.verifier =
        signingSecret.isEmpty()
            ? null
            : new SlackSignature.Verifier(new SlackSignature.Generator(signingSecret));
  }

  boolean isGenuine(Callback callback) {
    String timestamp = callback.header(SlackSignature.HeaderNames.X_SLACK_REQUEST_TIMESTAMP);
    String signature = callback.header(SlackSignature.HeaderNames.X_SLACK_SIGNATURE);
    if (verifier == null
        || timestamp == null
        || signature == null
        || !timestamp.matches("[0-9]{1,12}")) {
      return false;
    }
    Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return Duration.between(signed, callback.at()).abs().compareTo(WINDOW) <= 0
        && verifier.isValid(timestamp, callback.text(), signature, callback.at().toEpochMilli());
  }
}
