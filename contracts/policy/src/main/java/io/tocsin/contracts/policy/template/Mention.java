package io.tocsin.contracts.policy.template;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person, group or Slack channel that the policy names: so it may ring, or be clicked.
 *
 * @param name as a person reads it
 * @param slack its id in Slack: a user ({@code U…}, {@code W…}), a user group ({@code S…}) or a
 *     channel ({@code C…}, {@code G…}); null when it has none, and then Slack tells nobody
 */
public record Mention(String name, @Nullable String slack) {
  private static final Pattern ID = Pattern.compile("[UWSCG][A-Z0-9]{6,}");

  /** What the policy calls it in Slack: an id tells; a name is shown, and tells nobody. */
  public static Mention ofSlack(String slack) {
    return new Mention(slack, ID.matcher(slack).matches() ? slack : null);
  }
}
