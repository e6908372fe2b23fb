package io.tocsin.sandbox.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What one call reads of a channel or a thread: 100 messages, or as many as asked for up to 999,
 * and where the next call goes on.
 *
 * @param next the cursor of the next page; empty on the last one
 */
record SlackHistory(List<SlackMessage> messages, String next) {
  private static final int USUAL = 100;
  private static final int MOST = 999;
  private static final String AFTER = "next_ts:";

  /**
   * The page of {@code all} that {@code form} asks for.
   *
   * @throws IllegalArgumentException when its cursor is none that was given
   */
  static SlackHistory of(List<SlackMessage> all, Map<String, String> form) {
    int from = from(all, form.getOrDefault("cursor", ""));
    int to = Math.min(all.size(), from + limit(form.getOrDefault("limit", "")));
    String next = to == all.size() ? "" : cursor(all.get(to - 1).ts());
    return new SlackHistory(List.copyOf(all.subList(from, to)), next);
  }

  private static int from(List<SlackMessage> all, String cursor) {
    if (cursor.isEmpty()) {
      return 0;
    }
    String after = new String(Base64.getDecoder().decode(cursor), UTF_8);
    for (int i = 0; i < all.size(); i++) {
      if (after.equals(AFTER + all.get(i).ts())) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException("no cursor of this channel");
  }

  private static String cursor(String ts) {
    return Base64.getEncoder().encodeToString((AFTER + ts).getBytes(UTF_8));
  }

  private static int limit(String asked) {
    return asked.matches("[1-9]\\d{0,3}") ? Math.min(MOST, Integer.parseInt(asked)) : USUAL;
  }

  /** As Slack answers it. */
  Answer answer(boolean withMetadata) {
    return Answer.of(200)
        .with("ok", true)
        .with("messages", messages.stream().map(each -> each.json(withMetadata)).toList())
        .with("has_more", !next.isEmpty())
        .with("response_metadata", Map.of("next_cursor", next));
  }
}
