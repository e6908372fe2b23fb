package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do in Slack, and the callbacks that it makes of it. */
final class SlackPeople {
  private static final String INTERACTIONS = "/callbacks/slack/interactions";

  private final SlackWorkspace workspace;
  private final SlackReading reading;
  private final String responses;

  /**
   * @param responses what channel and person are put after, for answers
   */
  SlackPeople(SlackWorkspace workspace, SlackReading reading, String responses) {
    this.workspace = workspace;
    this.reading = reading;
    this.responses = responses;
  }

  /**
   * Lets a person do something; empty where there is nothing to do it to.
   *
   * @param id of the deed: the same in a repeat
   */
  Optional<OutgoingCallback> act(Deed deed, String id, Instant now) {
    String user = workspace.person(deed.person().replaceFirst("^@", ""));
    workspace.views().expect(id, user);
    return switch (deed.kind()) {
      case PRESS ->
          message(deed)
              .filter(on -> !value(on, deed.text()).isEmpty())
              .map(on -> press(on, deed, user, id, now));
      case REACT -> message(deed).map(on -> react(on, deed, user, id, now));
      case REPLY -> message(deed).map(on -> reply(on, deed, user, id, now));
      case COMMAND -> Optional.of(command(deed, user, id, now));
      case SUBMIT ->
          workspace.views().find(deed.on()).map(view -> submit(view, deed, user, id, now));
      default -> Optional.empty();
    };
  }

  private Optional<SlackMessage> message(Deed deed) {
    int slash = deed.on().indexOf('/');
    return slash < 0
        ? Optional.empty()
        : workspace.find(deed.on().substring(0, slash), deed.on().substring(slash + 1));
  }

  private OutgoingCallback press(SlackMessage on, Deed deed, String user, String id, Instant now) {
    Map<String, Object> container = new LinkedHashMap<>();
    container.put("type", "message");
    container.put("message_ts", on.ts());
    container.put("channel_id", on.channel());
    if (on.threadTs() != null) {
      container.put("thread_ts", on.threadTs());
    }
    Map<String, Object> payload = interaction("block_actions", user, id);
    payload.put("container", container);
    payload.put("channel", Map.of("id", on.channel()));
    payload.put("message", on.json(false));
    payload.put("response_url", responses + on.channel() + "/" + user);
    payload.put(
        "actions",
        List.of(
            Map.of(
                "action_id",
                deed.text(),
                "type",
                "button",
                "value",
                value(on, deed.text()),
                "action_ts",
                workspace.next(now))));
    return SlackWebhooks.callback(INTERACTIONS, Map.of("payload", payload), now);
  }

  /** The value of the button {@code actionId}; empty where there is no such button. */
  private String value(SlackMessage on, String actionId) {
    return value(reading.list(on.blocks().text()), actionId);
  }

  private static String value(Object blocks, String actionId) {
    if (blocks instanceof Map<?, ?> map) {
      return actionId.equals(map.get("action_id"))
          ? String.valueOf(map.get("value"))
          : value(List.copyOf(map.values()), actionId);
    }
    if (blocks instanceof List<?> list) {
      return list.stream()
          .map(each -> value(each, actionId))
          .filter(each -> !each.isEmpty())
          .findFirst()
          .orElse("");
    }
    return "";
  }

  private OutgoingCallback react(SlackMessage on, Deed deed, String user, String id, Instant now) {
    String emoji = deed.text().replace(":", "");
    workspace.change(on, each -> each.reacted(emoji, user));
    return SlackWebhooks.event(
        Map.of(
            "type",
            "reaction_added",
            "user",
            user,
            "reaction",
            emoji,
            "item",
            Map.of("type", "message", "channel", on.channel(), "ts", on.ts()),
            "item_user",
            on.author(),
            "event_ts",
            workspace.next(now)),
        new Happening(id, now));
  }

  private OutgoingCallback reply(SlackMessage on, Deed deed, String user, String id, Instant now) {
    String said = escaped(deed.text());
    String ts = workspace.next(now);
    String thread = on.threadTs() == null ? on.ts() : on.threadTs();
    workspace.write(
        new SlackMessage(
            on.channel(),
            ts,
            thread,
            user,
            said,
            RawJson.NO_LIST,
            RawJson.NO_OBJECT,
            false,
            null,
            0,
            List.of()));
    return SlackWebhooks.event(
        Map.of(
            "type",
            "message",
            "user",
            user,
            "text",
            said,
            "channel",
            on.channel(),
            "ts",
            ts,
            "thread_ts",
            thread,
            "event_ts",
            ts),
        new Happening(id, now));
  }

  /** As Slack keeps what people write. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private OutgoingCallback command(Deed deed, String user, String id, Instant now) {
    String channel = workspace.conversation(deed.on());
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("team_id", SlackWebhooks.TEAM);
    form.put("api_app_id", SlackWebhooks.APP);
    form.put("channel_id", channel);
    form.put("channel_name", workspace.channels().getOrDefault(channel, ""));
    form.put("user_id", user);
    form.put("user_name", workspace.name(user).orElse(""));
    form.put("command", "/incident");
    form.put("text", deed.text());
    form.put("trigger_id", id);
    form.put("response_url", responses + channel + "/" + user);
    return SlackWebhooks.callback("/callbacks/slack/commands", form, now);
  }

  private OutgoingCallback submit(SlackView view, Deed deed, String user, String id, Instant now) {
    Map<String, Object> sent = new LinkedHashMap<>(view.asked());
    sent.put("id", view.id());
    sent.put("state", Map.of("values", SlackInput.state(view.asked(), deed.filled())));
    Map<String, Object> payload = interaction("view_submission", user, id);
    payload.put("view", sent);
    return SlackWebhooks.callback(INTERACTIONS, Map.of("payload", payload), now);
  }

  private Map<String, Object> interaction(String type, String user, String id) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("type", type);
    payload.put("team", Map.of("id", SlackWebhooks.TEAM));
    payload.put(
        "user",
        Map.of(
            "id",
            user,
            "username",
            workspace.name(user).orElse(""),
            "team_id",
            SlackWebhooks.TEAM));
    payload.put("api_app_id", SlackWebhooks.APP);
    payload.put("trigger_id", id);
    return payload;
  }
}
