package io.tocsin.notifier.edge.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds a message of ours by its metadata before it is written once more. */
final class Search {
  private static final int PAGES = 20;
  private static final int A_PAGE = 200;

  /** Slack's clock and ours may differ. */
  private static final Duration BEFORE = Duration.ofMinutes(10);

  private final SlackApi slack;

  Search(SlackApi slack) {
    this.slack = slack;
  }

  /** In {@code channel}, among what was written since {@code since}. */
  Optional<Message> inChannel(String channel, Instant since, Predicate<Message> wanted)
      throws IOException, SlackSaid {
    return find(
        cursor -> {
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
        },
        wanted);
  }

  /** The same in the thread of {@code first}. */
  Optional<Message> inThread(Place first, Instant since, Predicate<Message> wanted)
      throws IOException, SlackSaid {
    return find(
        cursor -> {
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
        },
        wanted);
  }

  private static Optional<Message> find(Reading pages, Predicate<Message> wanted)
      throws IOException, SlackSaid {
    String cursor = "";
    for (int number = 0; number < PAGES; number++) {
      Page page = pages.at(cursor);
      Optional<Message> found = page.messages().stream().filter(wanted).findFirst();
      cursor = page.next();
      if (found.isPresent() || cursor.isEmpty()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String oldest(Instant since) {
    return since.minus(BEFORE).getEpochSecond() + ".000000";
  }

  private record Page(List<Message> messages, String next) {}

  private interface Reading {
    Page at(String cursor) throws IOException, SlackSaid;
  }
}
