package io.tocsin.notifier.edge.phone;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stands behind the question mark of an address that Twilio calls back.
 *
 * @param values by name, as they were before they were encoded
 */
record AddressQuery(Map<String, String> values) {

  /** Throws {@link IllegalArgumentException} where it cannot be decoded. */
  static AddressQuery of(String address) {
    int query = address.indexOf('?');
    return new AddressQuery(
        Arrays.stream((query < 0 ? "" : address.substring(query + 1)).split("&"))
            .filter(each -> each.contains("="))
            .collect(
                Collectors.toMap(
                    each -> each.substring(0, each.indexOf('=')),
                    each ->
                        URLDecoder.decode(
                            each.substring(each.indexOf('=') + 1), StandardCharsets.UTF_8),
                    (one, other) -> one)));
  }

  /** Empty where it is not there. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }
}
