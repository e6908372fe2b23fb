package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A workspace: its channels, direct messages, people and what was written. */
public final class SlackWorkspace {
  /** Tocsin's own bot. */
  public static final String BOT = "B0T0C51N";

  /** The account of that bot. */
  public static final String BOT_USER = "U0T0C51NBOT";

  private final int kept;
  private final Map<String, String> channels = new LinkedHashMap<>();
  private final Map<String, String> people = new LinkedHashMap<>();
  private final SlackViews views = new SlackViews();
  private final LinkedHashMap<String, SlackMessage> messages = new LinkedHashMap<>();
  private long sequence;
  private long changes;

  /**
   * @param kept how many messages are remembered; the first written is forgotten first
   */
  public SlackWorkspace(int kept) {
    this.kept = kept;
  }

  /** Names by the ids of channels; direct messages by the person's, {@code @rx-on-call}. */
  public Map<String, String> channels() {
    return Map.copyOf(channels);
  }

  /** User names by ids. */
  public Map<String, String> people() {
    return Map.copyOf(people);
  }

  /** All messages, in the order in which they were written. */
  public List<SlackMessage> messages() {
    return List.copyOf(messages.values());
  }

  /** The forms that are open. */
  public SlackViews views() {
    return views;
  }

  /** The id of what {@code word} names: a channel, a person's direct messages, or an id. */
  String conversation(String word) {
    if (word.startsWith("@") || word.matches("[UW][A-Z0-9]{6,20}")) {
      String user = person(word.replaceFirst("^@", ""));
      String id = SlackIds.direct(user);
      channels.put(id, "@" + people.get(user));
      return id;
    }
    String name = word.replaceFirst("^#", "");
    String id = SlackIds.channel(name);
    channels.putIfAbsent(id, name);
    return id;
  }

  /** The id of a person by user name or id. */
  String person(String name) {
    String id = SlackIds.user(name);
    people.putIfAbsent(id, name);
    return id;
  }

  Optional<String> name(String user) {
    return Optional.ofNullable(people.get(user));
  }

  Optional<SlackMessage> find(String channel, String ts) {
    return Optional.ofNullable(messages.get(channel + "/" + ts));
  }

  /** A name for the next message, later than any other's. */
  String next(Instant now) {
    return String.format(Locale.ROOT, "%d.%06d", now.getEpochSecond(), sequence++ % 1_000_000);
  }

  /** A number that is another whenever something was written or a form was opened. */
  public long changes() {
    return changes + views.opened();
  }

  void write(SlackMessage message) {
    changes++;
    messages.put(message.channel() + "/" + message.ts(), message);
    if (messages.size() > kept) {
      messages.remove(messages.keySet().iterator().next());
    }
  }

  SlackMessage change(SlackMessage message, UnaryOperator<SlackMessage> change) {
    SlackMessage changed = change.apply(message);
    write(changed);
    return changed;
  }

  /**
   * Those of a channel, newest first, or of one thread, oldest first; what only one person sees
   * left out.
   */
  List<SlackMessage> read(String channel, @Nullable String threadTs, String oldest) {
    List<SlackMessage> found = new ArrayList<>();
    for (SlackMessage message : messages.values()) {
      boolean here =
          threadTs == null
              ? message.threadTs() == null || message.broadcast()
              : message.ts().equals(threadTs) || threadTs.equals(message.threadTs());
      if (here
          && message.channel().equals(channel)
          && message.onlyFor() == null
          && message.ts().compareTo(oldest) >= 0) {
        found.add(message);
      }
    }
    if (threadTs == null) {
      Collections.reverse(found);
    }
    return found;
  }

  void clear() {
    channels.clear();
    people.clear();
    views.clear();
    messages.clear();
  }
}
