package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Slack does with the answer to what it told of a person. */
final class SlackAfterwards {
  private static final String TROUBLE = "We had some trouble connecting. Try again?";
  private static final String FAILED = "/incident failed with the error \"dispatch_failed\"";

  private final SlackWorkspace workspace;

  SlackAfterwards(SlackWorkspace workspace) {
    this.workspace = workspace;
  }

  /** Shows what a command is answered with; closes a form, or says what is wrong with it. */
  void take(Deed deed, int status, Map<String, Object> body, Instant now) {
    boolean taken = status / 100 == 2;
    switch (deed.kind()) {
      case SUBMIT -> submitted(deed, taken, body);
      case COMMAND -> commanded(deed, taken, body, now);
      default -> {}
    }
  }

  private void submitted(Deed deed, boolean taken, Map<String, Object> body) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (!taken) {
      errors.put("", TROUBLE);
    } else if ("errors".equals(body.get("response_action"))
        && body.get("errors") instanceof Map<?, ?> said) {
      said.forEach((block, why) -> errors.put(String.valueOf(block), String.valueOf(why)));
    }
    if (errors.isEmpty()) {
      workspace.views().close(deed.on());
    } else {
      workspace.views().refuse(deed.on(), errors, deed.filled());
    }
  }

  private void commanded(Deed deed, boolean taken, Map<String, Object> body, Instant now) {
    String said = taken ? String.valueOf(body.getOrDefault("text", "")) : FAILED;
    if (!said.isEmpty()) {
      boolean toAll = "in_channel".equals(body.get("response_type"));
      String user = workspace.person(deed.person().replaceFirst("^@", ""));
      workspace.write(
          message(
              workspace.conversation(deed.on()), workspace.next(now), said, toAll ? null : user));
    }
  }

  private static SlackMessage message(
      String channel, String ts, String text, @Nullable String onlyFor) {
    return new SlackMessage(
        channel,
        ts,
        null,
        SlackWorkspace.BOT_USER,
        text,
        RawJson.NO_LIST,
        RawJson.NO_OBJECT,
        false,
        onlyFor,
        0,
        List.of());
  }
}
