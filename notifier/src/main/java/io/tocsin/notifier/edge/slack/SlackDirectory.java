package io.tocsin.notifier.edge.slack;

import com.slack.api.model.User;
import com.slack.api.model.Usergroup;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What Slack says of user groups and accounts. It is asked for each only once; that it refuses to
 * say it, as to an app without the scope, is an answer too.
 */
final class SlackDirectory {
  private final SlackApi slack;
  private final Map<String, String> groups = new HashMap<>();
  private final Map<String, Optional<String>> accounts = new HashMap<>();
  private boolean groupsKnown;
  private boolean accountsRefused;
  private String refusal = "";

  SlackDirectory(SlackApi slack) {
    this.slack = slack;
  }

  /** Slack's words where it has refused to say something; else empty. */
  String refusal() {
    return refusal;
  }

  /**
   * The ids of user groups by their handles.
   *
   * @throws SlackSaid when another time may bring more
   */
  Map<String, String> groups() throws IOException, SlackSaid {
    if (!groupsKnown) {
      try {
        var said = slack.call("usergroups.list", methods -> methods.usergroupsList(it -> it));
        List<Usergroup> all = said.getUsergroups();
        for (Usergroup group : all == null ? List.<Usergroup>of() : all) {
          if (group.getHandle() != null && group.getId() != null) {
            groups.put(group.getHandle().toLowerCase(Locale.ROOT), group.getId());
          }
        }
      } catch (SlackSaid e) {
        refused(e);
      }
      groupsKnown = true;
    }
    return groups;
  }

  /**
   * The id of the account with this address.
   *
   * @throws SlackSaid when another time may bring more
   */
  Optional<String> account(String mail) throws IOException, SlackSaid {
    Optional<String> known = accounts.get(mail);
    if (known == null) {
      known = accountsRefused ? Optional.empty() : asked(mail);
      accounts.put(mail, known);
    }
    return known;
  }

  private Optional<String> asked(String mail) throws IOException, SlackSaid {
    try {
      User user =
          slack
              .call(
                  "users.lookupByEmail",
                  methods -> methods.usersLookupByEmail(it -> it.email(mail)))
              .getUser();
      return Optional.ofNullable(user)
          .filter(each -> !each.isDeleted() && !each.isBot())
          .map(User::getId);
    } catch (SlackSaid e) {
      if (!e.is("users_not_found")) {
        refused(e);
        accountsRefused = true;
      }
      return Optional.empty();
    }
  }

  private void refused(SlackSaid said) throws SlackSaid {
    if (said.mayPass()) {
      throw said;
    }
    refusal = String.valueOf(said.getMessage());
  }
}
