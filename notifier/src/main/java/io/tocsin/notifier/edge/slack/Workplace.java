package io.tocsin.notifier.edge.slack;

import com.slack.api.model.Message;
import io.tocsin.contracts.events.Notification;
import io.tocsin.notifier.edge.provider.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes and finds our messages in the workspace. */
final class Workplace {
  private final SlackApi slack;
  private final Addresses addresses;
  private final Search search;
  private final Conversations conversations;
  private final FirstMessages firsts;

  Workplace(SlackApi slack, Addresses addresses, FirstMessages firsts) {
    this.slack = slack;
    this.addresses = addresses;
    this.search = new Search(slack);
    this.conversations = new Conversations(slack, addresses);
    this.firsts = firsts;
  }

  FirstMessages firsts() {
    return firsts;
  }

  /**
   * Writes a message.
   *
   * @param channel where: an id or an address
   * @param thread the first message of the thread; null for a message of its own
   */
  Place post(
      String channel, @Nullable Place thread, SlackMessage message, Message.Metadata metadata)
      throws IOException, SlackSaid {
    var written =
        slack.call(
            "chat.postMessage",
            methods ->
                methods.chatPostMessage(
                    it ->
                        it.channel(thread == null ? addresses.reached(channel) : thread.channel())
                            .threadTs(thread == null ? null : thread.ts())
                            .replyBroadcast(message.broadcast())
                            .text(message.text())
                            .blocks(message.blocks())
                            .metadata(metadata)
                            .linkNames(false)
                            .unfurlLinks(false)
                            .unfurlMedia(false)));
    return new Place(written.getChannel(), written.getTs());
  }

  void edit(Place place, SlackMessage message) throws IOException, SlackSaid {
    slack.call(
        "chat.update",
        methods ->
            methods.chatUpdate(
                it ->
                    it.channel(place.channel())
                        .ts(place.ts())
                        .text(message.text())
                        .blocks(message.blocks())
                        .linkNames(false)));
  }

  /** The first message of the incident at {@code address}, read from Slack itself. */
  Optional<Found> findFirst(Notification notification, String address, Marker marker)
      throws IOException, SlackSaid {
    Optional<String> channel = readable(address);
    if (channel.isEmpty()) {
      return Optional.empty();
    }
    return search
        .inChannel(
            channel.get(),
            earlier(notification.requestedAt(), notification.content().startedAt()),
            message -> marker.isFirst(message, notification.incident()))
        .map(
            message ->
                new Found(
                    new Place(channel.get(), message.getTs()), marker.isOf(message, notification)));
  }

  /** What {@code notification} said in the thread of {@code first}. */
  Optional<Place> findReply(Notification notification, Place first, Marker marker)
      throws IOException, SlackSaid {
    return search
        .inThread(first, notification.requestedAt(), each -> marker.isOf(each, notification))
        .map(message -> new Place(first.channel(), message.getTs()));
  }

  /** Empty where Slack will not let us read: then it is better said twice than not at all. */
  private Optional<String> readable(String address) throws IOException, SlackSaid {
    Optional<String> known = firsts.channel(address);
    if (known.isPresent()) {
      return known;
    }
    try {
      return conversations.id(address);
    } catch (SlackSaid e) {
      if (e.answer().kind() == Answer.Kind.BUSY) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /**
   * A first message.
   *
   * @param own whether the notification itself wrote it
   */
  record Found(Place place, boolean own) {}
}
