package io.tocsin.notifier.edge.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Finds a message of ours by its metadata before it is written once more. */
final class Search {
  private static final int PAGES = 20;

  /** As many as Slack gives at once: it counts the calls. */
  private static final int A_PAGE = 999;

  /** Slack's clock and ours may differ. */
  private static final Duration BEFORE = Duration.ofMinutes(10);

  /** Those who look for what is about as old share a reading. */
  private static final long ROUND_SECONDS = 600;

  private final SlackApi slack;
  private final Map<String, SharedReading> channels = new ConcurrentHashMap<>();

  Search(SlackApi slack) {
    this.slack = slack;
  }

  /** In {@code channel}, among what was written since {@code since}. */
  Optional<Message> inChannel(String channel, Instant since, Predicate<Message> wanted)
      throws IOException, SlackSaid {
    long second = since.getEpochSecond();
    Instant from = Instant.ofEpochSecond(second - Math.floorMod(second, ROUND_SECONDS));
    SharedReading reading = channels.computeIfAbsent(channel, any -> new SharedReading());
    return reading.since(from, oldest -> ours(cursor -> history(channel, oldest, cursor))).stream()
        .filter(wanted)
        .findFirst();
  }

  /** The same in the thread of {@code first}. */
  Optional<Message> inThread(Place first, Instant since, Predicate<Message> wanted)
      throws IOException, SlackSaid {
    return ours(cursor -> replies(first, since, cursor)).stream().filter(wanted).findFirst();
  }

  /** Ours, without what they say: there may be thousands. */
  private static List<Message> ours(Reading pages) throws IOException, SlackSaid {
    List<Message> ours = new ArrayList<>();
    String cursor = "";
    for (int number = 0; number < PAGES; number++) {
      Page page = pages.at(cursor);
      for (Message message : page.messages()) {
        if (Marker.isOurs(message)) {
          message.setBlocks(null);
          ours.add(message);
        }
      }
      cursor = page.next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return ours;
  }

  private Page history(String channel, Instant since, String cursor) throws IOException, SlackSaid {
    ConversationsHistoryResponse read =
        slack.call(
            "conversations.history",
            methods ->
                methods.conversationsHistory(
                    it ->
                        it.channel(channel)
                            .oldest(oldest(since))
                            .includeAllMetadata(true)
                            .limit(A_PAGE)
                            .cursor(cursor)));
    return new Page(read.getMessages(), Pages.next(read.getResponseMetadata()));
  }

  private Page replies(Place first, Instant since, String cursor) throws IOException, SlackSaid {
    ConversationsRepliesResponse read =
        slack.call(
            "conversations.replies",
            methods ->
                methods.conversationsReplies(
                    it ->
                        it.channel(first.channel())
                            .ts(first.ts())
                            .oldest(oldest(since))
                            .includeAllMetadata(true)
                            .limit(A_PAGE)
                            .cursor(cursor)));
    return new Page(read.getMessages(), Pages.next(read.getResponseMetadata()));
  }

  private static String oldest(Instant since) {
    return since.minus(BEFORE).getEpochSecond() + ".000000";
  }

  private record Page(List<Message> messages, String next) {}

  private interface Reading {
    Page at(String cursor) throws IOException, SlackSaid;
  }
}
