package io.tocsin.notifier.edge.slack;

import io.tocsin.notifier.edge.provider.Latest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The user names of accounts, asked for once each while they are remembered. */
public final class SlackPeople {
  private static final Logger log = LoggerFactory.getLogger(SlackPeople.class);
  private static final int KEPT = 5_000;

  private final SlackApi slack;
  private final Map<String, String> names = Latest.used(KEPT);

  public SlackPeople(SlackApi slack) {
    this.slack = slack;
  }

  /** The user name of the person {@code id}; empty for a bot, and where Slack does not say it. */
  public Optional<String> name(String id) {
    synchronized (names) {
      if (names.containsKey(id)) {
        return Optional.of(names.get(id));
      }
    }
    try {
      var user =
          slack.call("users.info", methods -> methods.usersInfo(it -> it.user(id))).getUser();
      if (user == null || user.isBot() || user.getName() == null) {
        return Optional.empty();
      }
      synchronized (names) {
        names.put(id, user.getName());
      }
      return Optional.of(user.getName());
    } catch (IOException | SlackSaid e) {
      log.warn("Slack does not say the name of user {}: {}", id, e.getMessage());
      return Optional.empty();
    }
  }
}
