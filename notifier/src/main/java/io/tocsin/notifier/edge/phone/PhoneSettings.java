package io.tocsin.notifier.edge.phone;

import java.time.Duration;

/**
 * How Twilio is reached ({@code tocsin.notifier.phone}).
 *
 * @param apiUrl what {@code /2010-04-01/…} is put after
 * @param accountSid empty: the phone is not configured
 * @param authToken proves us to Twilio and Twilio's callbacks to us
 * @param from the number that calls and texts, {@code +12025550100}
 * @param callbacksUrl where Twilio reaches {@code /callbacks/phone/…}; as it stands there it is
 *     signed
 * @param attemptLimit for one try, connection and answer together
 * @param ringFor how long it rings before nobody answers
 * @param perMinute calls and texts a minute; 0 for no limit
 */
public record PhoneSettings(
    String apiUrl,
    String accountSid,
    String authToken,
    String from,
    String callbacksUrl,
    Duration attemptLimit,
    Duration ringFor,
    int perMinute) {

  public PhoneSettings {
    apiUrl = address("api-url (TWILIO_API_URL)", apiUrl);
    callbacksUrl = address("callbacks-url (TOCSIN_BASE_URL)", callbacksUrl);
    if (!from.isEmpty() && !from.matches("\\+[1-9]\\d{6,14}")) {
      throw new IllegalArgumentException(
          "tocsin.notifier.phone.from (TWILIO_FROM) must be a number as +12025550100");
    }
    if (ringFor.toSeconds() < 1 || ringFor.toSeconds() > 600) {
      throw new IllegalArgumentException(
          "tocsin.notifier.phone.ring-for must be 1 s to 600 s, was " + ringFor);
    }
  }

  private static String address(String name, String url) {
    if (!url.isEmpty() && !url.matches("https?://[^?#]+")) {
      throw new IllegalArgumentException(
          "tocsin.notifier.phone.%s must be an http(s) address without query, was '%s'"
              .formatted(name, url));
    }
    return url.replaceAll("/+$", "");
  }

  /** Never with the token. */
  @Override
  public String toString() {
    return "PhoneSettings[" + apiUrl + "]";
  }
}
