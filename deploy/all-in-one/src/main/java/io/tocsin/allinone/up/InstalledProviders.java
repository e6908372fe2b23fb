package io.tocsin.allinone.up;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The providers whose channels are installed, and what makes each of them real. */
public final class InstalledProviders {
  public static final String PAGERDUTY = "pagerduty";
  public static final String EMAIL = "email";
  public static final String PHONE = "phone";
  public static final String GITHUB = "github";
  public static final String SLACK = "slack";
  public static final String DATADOG = "datadog";

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

  private InstalledProviders() {}

  /**
   * PagerDuty is real by its address, or by any routing key that the policies refer to; GitHub by
   * its address or token, and so is Slack; Datadog by its key, where any of the others is.
   */
  public static List<Providers.Provider> of(Policies policies) {
    Set<String> credentials = references(policies, Channel.PAGERDUTY);
    credentials.add("PAGERDUTY_EVENTS_URL");
    return List.of(
        new Providers.Provider(PAGERDUTY, credentials),
        new Providers.Provider(EMAIL, Set.of("SMTP_URL")),
        new Providers.Provider(
            PHONE, Set.of("TWILIO_API_URL", "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN")),
        new Providers.Provider(GITHUB, Set.of("GITHUB_API_URL", "GITHUB_TOKEN")),
        new Providers.Provider(SLACK, Set.of("SLACK_API_URL", "SLACK_BOT_TOKEN")),
        new Providers.Provider(DATADOG, Set.of("DATADOG_API_KEY"), true));
  }

  private static Set<String> references(Policies policies, Channel channel) {
    Set<String> names = new HashSet<>();
    Stream.concat(
            policies.teams().values().stream().map(team -> team.contacts().values()),
            Stream.of(policies.catchAll().contacts().values()))
        .flatMap(Collection<Contact>::stream)
        .map(contact -> contact.methods().getOrDefault(channel, ""))
        .map(REFERENCE::matcher)
        .flatMap(Matcher::results)
        .forEach(result -> names.add(result.group(1)));
    return names;
  }
}
