package io.tocsin.sandbox.edge.page;

import io.tocsin.sandbox.core.SlackMessage;
import io.tocsin.sandbox.core.SlackWorkspace;
import io.tocsin.sandbox.edge.json.SandboxJson;
import io.tocsin.sandbox.edge.page.SlackBlocks.Block;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is written in Slack, as one person sees it. */
final class SlackMessages {
  private static final int SHOWN = 40;

  /**
   * A message.
   *
   * @param place what deeds name it by
   * @param anchor where it stands on the page
   * @param whisper whether only who looks sees it
   */
  record Message(
      String place,
      String anchor,
      String author,
      Moment at,
      boolean edited,
      boolean whisper,
      boolean broadcast,
      List<Block> blocks,
      List<Reaction> reactions,
      List<Message> replies,
      int count) {}

  /** How many gave an emoji, and who. */
  record Reaction(String emoji, int count, String who) {}

  private final SlackWorkspace slack;
  private final String user;
  private final SandboxJson json;
  private final SlackBlocks blocks;

  SlackMessages(SlackWorkspace slack, String user, SandboxJson json) {
    this.slack = slack;
    this.user = user;
    this.json = json;
    Map<String, String> names = slack.people();
    Map<String, String> channels = slack.channels();
    this.blocks =
        new SlackBlocks(new Mrkdwn(id -> names.getOrDefault(id, channels.getOrDefault(id, id))));
  }

  /** Those of a channel, the newest first, each with its thread. */
  List<Message> of(String channel) {
    List<SlackMessage> all =
        slack.messages().stream()
            .filter(message -> message.channel().equals(channel))
            .filter(message -> message.onlyFor() == null || message.onlyFor().equals(user))
            .sorted(Comparator.comparing(SlackMessage::ts))
            .toList();
    Map<String, List<SlackMessage>> threads =
        all.stream()
            .filter(message -> message.threadTs() != null)
            .collect(Collectors.groupingBy(message -> String.valueOf(message.threadTs())));
    List<Message> shown = new ArrayList<>();
    all.stream()
        .filter(message -> message.threadTs() == null)
        .sorted(Comparator.comparing(SlackMessage::ts).reversed())
        .limit(SHOWN)
        .forEach(message -> shown.add(of(message, threads.getOrDefault(message.ts(), List.of()))));
    return shown;
  }

  private Message of(SlackMessage message, List<SlackMessage> replies) {
    return new Message(
        message.channel() + "/" + message.ts(),
        "m" + message.ts(),
        author(message),
        Moment.of(written(message.ts())),
        message.edits() > 0,
        message.onlyFor() != null,
        message.broadcast(),
        blocks.of(json.list(message.blocks()), message.text()),
        reactions(message),
        replies.stream().map(reply -> of(reply, List.of())).toList(),
        replies.size());
  }

  private String author(SlackMessage message) {
    return message.author().equals(SlackWorkspace.BOT_USER)
        ? "Tocsin"
        : slack.people().getOrDefault(message.author(), message.author());
  }

  private List<Reaction> reactions(SlackMessage message) {
    Map<String, TreeSet<String>> by = new TreeMap<>();
    message
        .reactions()
        .forEach(
            each ->
                by.computeIfAbsent(each.emoji(), any -> new TreeSet<>())
                    .add(slack.people().getOrDefault(each.user(), each.user())));
    return by.entrySet().stream()
        .map(
            each ->
                new Reaction(
                    Mrkdwn.emoji(each.getKey()),
                    each.getValue().size(),
                    String.join(", ", each.getValue())))
        .toList();
  }

  private static Instant written(String ts) {
    return Instant.ofEpochMilli(new BigDecimal(ts).movePointRight(3).longValue());
  }
}
