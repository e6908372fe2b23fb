package io.tocsin.notifier.edge.phone;

import io.tocsin.notifier.edge.callback.Callback;
import io.tocsin.notifier.edge.callback.Unreadable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Twilio sends with a callback.
 *
 * @param fields by name, in the order in which they are signed
 */
record CallbackForm(TreeMap<String, String> fields) {

  /** Throws {@link Unreadable} where it is no form. */
  static CallbackForm of(Callback callback) {
    TreeMap<String, String> fields = new TreeMap<>();
    for (String each : callback.text().split("&")) {
      if (!each.isEmpty()) {
        int equals = each.indexOf('=');
        fields.put(
            decoded(equals < 0 ? each : each.substring(0, equals)),
            equals < 0 ? "" : decoded(each.substring(equals + 1)));
      }
    }
    return new CallbackForm(fields);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Unreadable("a form was expected", e);
    }
  }

  /** Empty where it was not sent. */
  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  /** What is signed behind the address: each name and value, one after the other. */
  String signed() {
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      all.append(field.getKey()).append(field.getValue());
    }
    return all.toString();
  }

  /** Neither numbers nor words of people. */
  @Override
  public String toString() {
    return "CallbackForm" + fields.keySet();
  }
}
