package io.tocsin.sandbox.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Twilio calls back, signed as it signs.
 *
 * @param token the account's secret
 */
public record PhoneCallbacks(String token) {
  private static final String VERSION = "2010-04-01";

  /** Unreachable destination handset. */
  private static final int UNREACHABLE = 30003;

  /**
   * A callback that is to be sent: a form, by {@code POST}.
   *
   * @param fields in the order in which they are sent
   * @param signature for the header {@code X-Twilio-Signature}
   */
  public record Signed(String url, Map<String, String> fields, String signature) {
    /** The fields as the body has them. */
    public String body() {
      return Form.encoded(fields);
    }
  }

  /** A key is pressed, where the call asks for one. */
  List<Signed> pressed(PhoneCall call, String key) {
    String action = Twiml.read(call.twiml()).map(Twiml::action).orElse("");
    if (action.isEmpty()) {
      return List.of();
    }
    Map<String, String> fields = fields(call, PhoneCall.Status.IN_PROGRESS);
    fields.put("Digits", key);
    fields.put("msg", "Gather End");
    return List.of(signed(action, fields));
  }

  /** The call goes on at {@code url}. */
  Signed redirected(PhoneCall call, String url) {
    return signed(url, fields(call, PhoneCall.Status.IN_PROGRESS));
  }

  /** What becomes of a call, where it is to be told. */
  public List<Signed> status(PhoneCall call, PhoneCall.Status status) {
    return call.statusCallback().isEmpty()
        ? List.of()
        : List.of(signed(call.statusCallback(), fields(call, status)));
  }

  /** What becomes of a text, where it is to be told. */
  public List<Signed> status(PhoneText text, PhoneText.Status status) {
    if (text.statusCallback().isEmpty()) {
      return List.of();
    }
    Map<String, String> fields = fields(text.sid(), text.account());
    fields.put("From", text.from());
    fields.put("To", text.to());
    fields.put("MessageStatus", status.word());
    fields.put("SmsStatus", status.word());
    error(status).ifPresent(code -> fields.put("ErrorCode", Integer.toString(code)));
    return List.of(signed(text.statusCallback(), fields));
  }

  /** Why a text did not arrive, in Twilio's numbers. */
  static Optional<Integer> error(PhoneText.Status status) {
    return status == PhoneText.Status.UNDELIVERED ? Optional.of(UNREACHABLE) : Optional.empty();
  }

  /**
   * Somebody answers a text.
   *
   * @param sid of the answer: {@code SM} and 32 hex digits
   * @param url where the number's texts go: {@code …/callbacks/phone/sms}
   */
  public Signed reply(PhoneText text, String words, String sid, String url) {
    Map<String, String> fields = fields(sid, text.account());
    fields.put("From", text.to());
    fields.put("To", text.from());
    fields.put("Body", words);
    fields.put("NumMedia", "0");
    return signed(url, fields);
  }

  private static Map<String, String> fields(String message, String account) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("MessageSid", message);
    fields.put("SmsSid", message);
    fields.put("AccountSid", account);
    fields.put("ApiVersion", VERSION);
    return fields;
  }

  private static Map<String, String> fields(PhoneCall call, PhoneCall.Status status) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("CallSid", call.sid());
    fields.put("AccountSid", call.account());
    fields.put("From", call.from());
    fields.put("To", call.to());
    fields.put("CallStatus", status.word());
    fields.put("Direction", "outbound-api");
    fields.put("ApiVersion", VERSION);
    return fields;
  }

  /** HMAC-SHA1 over the address and each field, sorted by name. */
  Signed signed(String url, Map<String, String> fields) {
    StringBuilder text = new StringBuilder(url);
    new TreeMap<>(fields).forEach((name, value) -> text.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] proof = mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8));
      return new Signed(
          url, new LinkedHashMap<>(fields), Base64.getEncoder().encodeToString(proof));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA1", e);
    }
  }

  /** Never with the token. */
  @Override
  public String toString() {
    return "PhoneCallbacks";
  }
}
