package io.tocsin.notifier.edge.slack;

import com.slack.api.methods.response.conversations.ConversationsListResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Slack's ids of channels that a policy names: reading what was written takes an id. */
final class Conversations {
  private static final Pattern ID = Pattern.compile("[CDG][A-Z0-9]{6,20}");
  private static final int PAGES = 20;

  private final SlackApi slack;
  private final Addresses addresses;
  private final Map<String, String> found = new ConcurrentHashMap<>();

  Conversations(SlackApi slack, Addresses addresses) {
    this.slack = slack;
    this.addresses = addresses;
  }

  /**
   * The id of the channel, or of the direct messages with the person, at {@code address}.
   *
   * @throws SlackSaid when Slack does not know it
   */
  Optional<String> id(String address) throws IOException, SlackSaid {
    if (ID.matcher(address).matches()) {
      return Optional.of(address);
    }
    String known = found.get(address);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<String> id =
        Addresses.isPerson(address) ? direct(address) : named(address.replaceFirst("^#", ""));
    id.ifPresent(each -> found.put(address, each));
    return id;
  }

  private Optional<String> direct(String person) throws IOException, SlackSaid {
    return Optional.ofNullable(
            slack
                .call(
                    "conversations.open",
                    methods ->
                        methods.conversationsOpen(
                            it ->
                                it.users(
                                    List.of(addresses.reached(person).replaceFirst("^@", "")))))
                .getChannel())
        .map(Conversation::getId);
  }

  private Optional<String> named(String name) throws IOException, SlackSaid {
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      String from = cursor;
      ConversationsListResponse list =
          slack.call(
              "conversations.list",
              methods ->
                  methods.conversationsList(
                      it ->
                          it.limit(1000)
                              .cursor(from)
                              .excludeArchived(true)
                              .types(
                                  List.of(
                                      ConversationType.PUBLIC_CHANNEL,
                                      ConversationType.PRIVATE_CHANNEL))));
      for (Conversation channel : list.getChannels()) {
        if (name.equals(channel.getName())) {
          return Optional.of(channel.getId());
        }
      }
      cursor = Pages.next(list.getResponseMetadata());
      if (cursor.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
