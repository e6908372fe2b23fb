package io.tocsin.sandbox.core;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as Slack holds it.
 *
 * @param ts its name in the channel: text, never a number
 * @param threadTs the first message of its thread; null where it stands by itself
 * @param author the id of who wrote it; the bot's for Tocsin
 * @param metadata {@code event_type} and {@code event_payload}; empty where there is none
 * @param broadcast whether a reply is shown in the channel too
 * @param onlyFor the one person who sees it; null where everybody does
 * @param edits how often it was changed
 * @param reactions by emoji, who
 */
public record SlackMessage(
    String channel,
    String ts,
    @Nullable String threadTs,
    String author,
    String text,
    RawJson blocks,
    RawJson metadata,
    boolean broadcast,
    @Nullable String onlyFor,
    int edits,
    List<Reaction> reactions) {

  /** Somebody's reaction. */
  public record Reaction(String emoji, String user) {}

  public SlackMessage {
    reactions = List.copyOf(reactions);
  }

  SlackMessage edited(String words, RawJson shown, RawJson data) {
    return new SlackMessage(
        channel,
        ts,
        threadTs,
        author,
        words,
        shown,
        data.isEmpty() ? metadata : data,
        broadcast,
        onlyFor,
        edits + 1,
        reactions);
  }

  SlackMessage reacted(String emoji, String user) {
    List<Reaction> all = new java.util.ArrayList<>(reactions);
    all.add(new Reaction(emoji, user));
    return new SlackMessage(
        channel, ts, threadTs, author, text, blocks, metadata, broadcast, onlyFor, edits, all);
  }

  /** As Slack writes it, its JSON as {@link RawJson}. */
  Map<String, Object> json(boolean withMetadata) {
    Map<String, Object> json = new java.util.LinkedHashMap<>();
    json.put("type", "message");
    json.put("user", author);
    if (author.equals(SlackWorkspace.BOT_USER)) {
      json.put("bot_id", SlackWorkspace.BOT);
    }
    json.put("text", text);
    json.put("ts", ts);
    if (threadTs != null) {
      json.put("thread_ts", threadTs);
    }
    json.put("blocks", blocks);
    if (withMetadata && !metadata.isEmpty()) {
      json.put("metadata", metadata);
    }
    return json;
  }
}
