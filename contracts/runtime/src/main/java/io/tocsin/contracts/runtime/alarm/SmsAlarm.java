package io.tocsin.contracts.runtime.alarm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.runtime.Text;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One SMS to the catch-all's first phone number, by Twilio's API. That it is over is told as well:
 * who was texted has no list in which something closes.
 */
public final class SmsAlarm implements SelfAlarm {
  private static final int LONGEST = 320;

  private final ProviderCall call = new ProviderCall("Twilio");
  private final Account account;
  private final Supplier<Policies> policies;

  public SmsAlarm(Account account, Supplier<Policies> policies) {
    this.account = account;
    this.policies = policies;
  }

  @Override
  public void ring(Trouble trouble) throws AlarmFailed {
    send(trouble.summary());
  }

  @Override
  public void clear(String name) throws AlarmFailed {
    send("Tocsin: the trouble '" + name + "' is over");
  }

  private void send(String text) throws AlarmFailed {
    String phone =
        LastResort.address(policies.get(), Channel.PHONE)
            .orElseThrow(
                () ->
                    new AlarmFailed(
                        "nobody in the catch-all's ladder has a phone method; give one in"
                            + " catch-all.yaml",
                        null));
    Map<String, String> form =
        new TreeMap<>(
            Map.of(
                "To", phone,
                "From", account.from(),
                "Body", Text.cut(text, LONGEST)));
    call.send(
        HttpRequest.newBuilder(account.messages())
            .header("Authorization", account.proof())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form)))
            .build());
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /**
   * Who sends it.
   *
   * @param apiUrl what {@code /2010-04-01} is put after
   * @param from the sender's number
   */
  public record Account(String apiUrl, String sid, String token, String from) {

    URI messages() {
      return URI.create(
          apiUrl.replaceAll("/+$", "")
              + "/2010-04-01/Accounts/"
              + URLEncoder.encode(sid, UTF_8)
              + "/Messages.json");
    }

    String proof() {
      byte[] pair = (sid + ":" + token).getBytes(UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Without the token. */
    @Override
    public String toString() {
      return "Account[apiUrl=" + apiUrl + ", sid=" + sid + ", from=" + from + "]";
    }
  }
}
