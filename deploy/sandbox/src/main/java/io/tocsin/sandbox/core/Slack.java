package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Slack's Web API as far as an incident's messages need it; {@code ok: false} as Slack says it. */
public final class Slack {
  private static final int LONGEST_TEXT = 40_000;
  private static final int LONGEST_EDIT = 4_000;
  private static final String RESPONSES = Provider.SLACK.path() + "/responses/";

  private final SlackWorkspace workspace;
  private final SlackReading reading;
  private final SlackPeople people;
  private final SlackAfterwards afterwards;

  /**
   * @param reading what reads the JSON in forms, by Slack's own classes
   * @param url where the sandbox is reached, for answers to what people do
   */
  public Slack(SlackWorkspace workspace, SlackReading reading, String url) {
    this.workspace = workspace;
    this.reading = reading;
    this.people = new SlackPeople(workspace, reading, url + RESPONSES);
    this.afterwards = new SlackAfterwards(workspace);
  }

  public SlackWorkspace workspace() {
    return workspace;
  }

  /** Lets a person do something, and tells what Slack then says of it. */
  public Optional<OutgoingCallback> act(Deed deed, String id, Instant now) {
    return people.act(deed, id, now);
  }

  /**
   * Does what Slack does once it is answered: what a command is answered with is shown, a form is
   * closed or says what is wrong with it.
   */
  public void answered(Deed deed, int status, Map<String, Object> body, Instant now) {
    afterwards.take(deed, status, body, now);
  }

  /** Forgets everything. */
  public void clear() {
    workspace.clear();
  }

  /**
   * Answers a call.
   *
   * @param form the fields of the body
   * @param ts the name of the message that is written; null for the next one
   * @param happening named by the event that tells of it
   */
  public Answer answer(
      String path, Map<String, String> form, @Nullable String ts, Happening happening) {
    Instant now = happening.at();
    if (path.startsWith(RESPONSES)) {
      return respond(path.substring(RESPONSES.length()).split("/"), form, ts, now);
    }
    String name = ts == null ? workspace.next(now) : ts;
    return switch (path.replaceFirst(".*/", "").replaceFirst("\\?.*", "")) {
      case "auth.test" ->
          ok().with("team_id", "T0T0C51N")
              .with("user_id", SlackWorkspace.BOT_USER)
              .with("bot_id", SlackWorkspace.BOT);
      case "chat.postMessage" -> post(form, name, happening);
      case "chat.postEphemeral" -> whisper(form, name);
      case "chat.update" -> update(form, name, happening);
      case "views.open" -> open(form);
      case "conversations.open" -> direct(form);
      case "conversations.list" -> list();
      case "conversations.history" -> read(form, null);
      case "conversations.replies" -> read(form, text(form, "ts"));
      case "users.info" -> user(form);
      // an app without these scopes: names stay names, as the pages show them
      case "users.lookupByEmail", "usergroups.list" -> error("missing_scope");
      default -> ok();
    };
  }

  private Answer post(Map<String, String> form, String ts, Happening happening) {
    Answer wrong = wrong(form, LONGEST_TEXT);
    if (wrong != null) {
      return wrong;
    }
    String channel = workspace.conversation(text(form, "channel"));
    String thread = form.get("thread_ts");
    if (thread != null && workspace.find(channel, thread).isEmpty()) {
      return error("thread_not_found");
    }
    SlackMessage message = message(form, channel, ts, null);
    workspace.write(message);
    return ok().with("channel", channel)
        .with("ts", ts)
        .with("message", message.json(true))
        .takenAs(ts)
        .told(SlackWebhooks.written(message, happening));
  }

  private Answer whisper(Map<String, String> form, String ts) {
    Answer wrong = wrong(form, LONGEST_TEXT);
    if (wrong != null) {
      return wrong;
    }
    String channel = workspace.conversation(text(form, "channel"));
    workspace.write(message(form, channel, ts, text(form, "user")));
    return ok().with("message_ts", ts).takenAs(ts);
  }

  private Answer respond(
      String[] where, Map<String, String> said, @Nullable String ts, Instant now) {
    if (where.length != 2) {
      return Answer.of(404);
    }
    String name = ts == null ? workspace.next(now) : ts;
    boolean toAll = "in_channel".equals(said.get("response_type"));
    workspace.write(message(said, where[0], name, toAll ? null : where[1]));
    return ok().takenAs(name);
  }

  private SlackMessage message(
      Map<String, String> form, String channel, String ts, @Nullable String onlyFor) {
    return new SlackMessage(
        channel,
        ts,
        form.get("thread_ts"),
        SlackWorkspace.BOT_USER,
        text(form, "text"),
        reading.rawList(text(form, "blocks")),
        reading.rawObject(text(form, "metadata")),
        "1".equals(form.get("reply_broadcast")),
        onlyFor,
        0,
        List.of());
  }

  private Answer update(Map<String, String> form, String next, Happening happening) {
    Answer wrong = wrong(form, LONGEST_EDIT);
    if (wrong != null) {
      return wrong;
    }
    String channel = text(form, "channel");
    Optional<SlackMessage> found = workspace.find(channel, text(form, "ts"));
    if (found.isEmpty()) {
      return error("message_not_found");
    }
    SlackMessage edited =
        workspace.change(
            found.get(),
            each ->
                each.edited(
                    text(form, "text"),
                    reading.rawList(text(form, "blocks")),
                    reading.rawObject(text(form, "metadata"))));
    return ok().with("channel", channel)
        .with("ts", text(form, "ts"))
        .with("text", text(form, "text"))
        .takenAs(text(form, "ts"))
        .told(SlackWebhooks.edited(edited, next, happening));
  }

  private @Nullable Answer wrong(Map<String, String> form, int longest) {
    String blocks = text(form, "blocks");
    if (text(form, "channel").isEmpty()) {
      return error("channel_not_found");
    }
    if (text(form, "text").isEmpty() && blocks.isEmpty()) {
      return error("no_text");
    }
    if (text(form, "text").length() > longest) {
      return error("msg_too_long");
    }
    List<String> errors = blocks.isEmpty() ? List.of() : reading.wrongWithBlocks(blocks);
    return errors.isEmpty() ? null : error("invalid_blocks").with("errors", errors);
  }

  private Answer open(Map<String, String> form) {
    if (text(form, "trigger_id").isEmpty()) {
      return error("invalid_trigger_id");
    }
    String json = text(form, "view");
    List<String> errors = reading.wrongWithView(json);
    if (!errors.isEmpty()) {
      return error("invalid_arguments").with("errors", errors);
    }
    Map<String, Object> view = new LinkedHashMap<>(reading.object(json));
    view.put("id", workspace.views().open(text(form, "trigger_id"), view).id());
    return ok().with("view", view);
  }

  private Answer direct(Map<String, String> form) {
    String user = text(form, "users");
    return user.isEmpty()
        ? error("users_list_not_supplied")
        : ok().with(
                "channel",
                Map.of("id", workspace.conversation(user.startsWith("@") ? user : "@" + user)));
  }

  private Answer list() {
    return ok().with(
            "channels",
            workspace.channels().entrySet().stream()
                .filter(each -> each.getKey().startsWith("C"))
                .map(each -> Map.of("id", each.getKey(), "name", each.getValue()))
                .toList())
        .with("response_metadata", Map.of("next_cursor", ""));
  }

  private Answer read(Map<String, String> form, @Nullable String thread) {
    String channel = text(form, "channel");
    if (!workspace.channels().containsKey(channel)) {
      return error("channel_not_found");
    }
    boolean metadata = List.of("1", "true").contains(text(form, "include_all_metadata"));
    List<SlackMessage> all = workspace.read(channel, thread, text(form, "oldest"));
    try {
      return SlackHistory.of(all, form).answer(metadata);
    } catch (IllegalArgumentException unknown) {
      return error("invalid_cursor");
    }
  }

  private Answer user(Map<String, String> form) {
    String id = text(form, "user");
    return workspace
        .name(id)
        .map(name -> ok().with("user", Map.of("id", id, "name", name, "is_bot", false)))
        .orElseGet(() -> error("user_not_found"));
  }

  private static String text(Map<String, String> form, String name) {
    return form.getOrDefault(name, "");
  }

  private static Answer ok() {
    return Answer.of(200).with("ok", true);
  }

  private static Answer error(String word) {
    return Answer.of(200).with("ok", false).with("error", word);
  }
}
