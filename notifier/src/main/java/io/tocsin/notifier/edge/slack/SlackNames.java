package io.tocsin.notifier.edge.slack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The ids in Slack of whom a policy names: what {@link SlackLookup} has found. Until then, and
 * where it finds nothing, a name stays a name, which tags nobody.
 */
public final class SlackNames {
  private volatile Found found = new Found(Map.of(), Map.of());

  /**
   * What was found.
   *
   * @param groups the ids of user groups by their handles, without {@code @}
   * @param people the ids of accounts by the names that the policy has for them,
   *     {@code @rx-on-call}
   */
  public record Found(Map<String, String> groups, Map<String, String> people) {
    public Found {
      groups = Map.copyOf(groups);
      people = Map.copyOf(people);
    }
  }

  /** From now on {@code now} holds. */
  public void know(Found now) {
    found = now;
  }

  /** The id of the user group whose handle is {@code name}: {@code @rx-team}. */
  Optional<String> group(String name) {
    return name.startsWith("@")
        ? Optional.ofNullable(found.groups().get(name.substring(1).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** The id of the account of whom the policy calls {@code name}. */
  Optional<String> person(String name) {
    return Optional.ofNullable(found.people().get(name));
  }

  /** What the policy calls the person with this account. */
  public List<String> of(String id) {
    return found.people().entrySet().stream()
        .filter(each -> each.getValue().equals(id))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
