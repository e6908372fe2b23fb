package io.tocsin.notifier.edge.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import io.tocsin.notifier.edge.provider.Proof;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether Slack knows our token, and what the token may do as far as Slack says it. */
final class SlackToken {
  private static final String SCOPES = "x-oauth-scopes";

  /** Without these no page, no edit and no direct message goes out. */
  private static final Set<String> NEEDED = Set.of("chat:write", "im:write");

  private final SlackApi slack;

  SlackToken(SlackApi slack) {
    this.slack = slack;
  }

  Proof prove() throws IOException {
    try {
      AuthTestResponse known =
          slack.call("auth.test", methods -> methods.authTest(request -> request));
      Set<String> missing = missing(known.getHttpResponseHeaders());
      return missing.isEmpty()
          ? Proof.holds("Slack knows the token of bot user " + known.getUserId())
          : Proof.refused(
              "the token lacks %s; add to the app's bot scopes, install it again and set"
                      .formatted(String.join(", ", missing))
                  + " SLACK_BOT_TOKEN");
    } catch (SlackSaid e) {
      String said = "Slack said " + e.answer().text();
      return e.mayPass()
          ? Proof.unknown(said)
          : Proof.refused(said + (said.contains("SLACK_BOT_TOKEN") ? "" : "; check SLACK_API_URL"));
    }
  }

  private static Set<String> missing(Map<String, List<String>> headers) {
    Set<String> missing = new TreeSet<>();
    headers.forEach(
        (name, values) -> {
          if (name.equalsIgnoreCase(SCOPES)) {
            missing.addAll(NEEDED);
            missing.removeAll(scopes(values));
          }
        });
    return missing;
  }

  private static Set<String> scopes(List<String> values) {
    return values.stream()
        .flatMap(value -> Arrays.stream(value.split("[,\\s]+")))
        .collect(Collectors.toSet());
  }
}
