package io.tocsin.alertingest.edge.alarm;

import io.tocsin.contracts.runtime.alarm.SmsAlarm;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When and how the catch-all is called directly.
 *
 * @param after how long something may wait in the spool before it is
 * @param every how long after a call the next follows, while it lasts
 * @param quarantined how many unreadable parts within {@code every} call it; 0: never
 */
@ConfigurationProperties("tocsin.alarm")
public record AlarmSettings(
    @DefaultValue("30s") Duration after,
    @DefaultValue("5m") Duration every,
    @DefaultValue("1") int quarantined,
    @DefaultValue PagerDuty pagerduty,
    @DefaultValue Sms sms) {

  public AlarmSettings {
    if (after.isNegative() || every.isNegative() || every.isZero() || quarantined < 0) {
      throw new IllegalArgumentException(
          "tocsin.alarm: after and quarantined must not be negative and every must be longer than"
              + " 0, were %s, %s and %s".formatted(after, quarantined, every));
    }
  }

  /**
   * By PagerDuty.
   *
   * @param eventsUrl what {@code /v2/enqueue} is put after; empty: not configured
   * @param standInKeys whether an unset key is replaced by one made from its name: for the sandbox
   */
  public record PagerDuty(
      @DefaultValue("") String eventsUrl, @DefaultValue("false") boolean standInKeys) {
    public PagerDuty {
      requireAddress("tocsin.alarm.pagerduty.events-url (PAGERDUTY_EVENTS_URL)", eventsUrl);
    }
  }

  /**
   * By Twilio.
   *
   * @param accountSid empty: not configured
   * @param from the sender's number
   */
  public record Sms(
      @DefaultValue("https://api.twilio.com") String apiUrl,
      @DefaultValue("") String accountSid,
      @DefaultValue("") String authToken,
      @DefaultValue("") String from) {
    public Sms {
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

  private static void requireAddress(String name, String url) {
    if (!url.isEmpty() && !url.matches("https?://[^?#]+")) {
      throw new IllegalArgumentException(
          "%s must be an http(s) address without query, was '%s'".formatted(name, url));
    }
  }
}
