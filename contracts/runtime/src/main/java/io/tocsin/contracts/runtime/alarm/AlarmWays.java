package io.tocsin.contracts.runtime.alarm;

import io.tocsin.contracts.policy.Policies;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ways to the catch-all when Tocsin cannot do what it is there for, as {@code tocsin.alarm}
 * configures them.
 *
 * @param byName those that are configured; PagerDuty's is always there and says when it is not
 */
public record AlarmWays(Map<String, SelfAlarm> byName) {
  public static final String PAGERDUTY = "pagerduty";
  public static final String SMS = "sms";

  /**
   * The ways of a service.
   *
   * @param secrets the value of a name, if it is set
   * @param installation the id that tells this installation's alarms from another's
   */
  public static AlarmWays of(
      PagerDuty pagerDuty,
      Sms sms,
      Supplier<Policies> policies,
      Function<String, Optional<String>> secrets,
      Supplier<String> installation) {
    Map<String, SelfAlarm> ways = new LinkedHashMap<>();
    CatchAllKey key = new CatchAllKey(policies, secrets, pagerDuty.standInKeys());
    ways.put(PAGERDUTY, new PagerDutyAlarm(pagerDuty.eventsUrl(), key, installation));
    sms.account().ifPresent(account -> ways.put(SMS, new SmsAlarm(account, policies)));
    return new AlarmWays(ways);
  }

  /**
   * By PagerDuty.
   *
   * @param eventsUrl what {@code /v2/enqueue} is put after; empty: not configured
   * @param standInKeys whether an unset key is replaced by one made from its name: for the sandbox
   */
  public record PagerDuty(String eventsUrl, boolean standInKeys) {
    public PagerDuty {
      eventsUrl = said(eventsUrl);
      requireAddress("tocsin.alarm.pagerduty.events-url (PAGERDUTY_EVENTS_URL)", eventsUrl);
    }
  }

  /**
   * By Twilio.
   *
   * @param accountSid empty: not configured
   * @param from the sender's number
   */
  public record Sms(String apiUrl, String accountSid, String authToken, String from) {
    public Sms {
      apiUrl = said(apiUrl);
      accountSid = said(accountSid);
      authToken = said(authToken);
      from = said(from);
      requireAddress("tocsin.alarm.sms.api-url (TWILIO_API_URL)", apiUrl);
      if (!accountSid.isEmpty() && (authToken.isEmpty() || from.isEmpty() || apiUrl.isEmpty())) {
        throw new IllegalArgumentException(
            "tocsin.alarm.sms needs auth-token (TWILIO_AUTH_TOKEN), from (TWILIO_FROM) and api-url"
                + " beside account-sid");
      }
    }

    Optional<SmsAlarm.Account> account() {
      return accountSid.isEmpty()
          ? Optional.empty()
          : Optional.of(new SmsAlarm.Account(apiUrl, accountSid, authToken, from));
    }

    /** Without the token. */
    @Override
    public String toString() {
      return "Sms[apiUrl=" + apiUrl + ", accountSid=" + accountSid + ", from=" + from + "]";
    }
  }

  /** Settings that are left out are bound as null. */
  private static String said(@Nullable String setting) {
    return Objects.requireNonNullElse(setting, "");
  }

  private static void requireAddress(String name, String url) {
    if (!url.isEmpty() && !url.matches("https?://[^?#]+")) {
      throw new IllegalArgumentException(
          "%s must be an http(s) address without query, was '%s'".formatted(name, url));
    }
  }
}
