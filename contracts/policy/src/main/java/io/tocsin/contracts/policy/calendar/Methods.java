package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.events.Channel;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a person is reached (RUN-08.2); each may be a reference, {@code ${PHONE_A}}. */
public record Methods(
    @Nullable String pagerduty,
    @Nullable String phone,
    @Nullable String slack,
    @Nullable String email) {

  /** The address on each channel that has one. */
  public Map<Channel, String> byChannel() {
    Map<Channel, String> addresses = new EnumMap<>(Channel.class);
    put(addresses, Channel.PAGERDUTY, pagerduty);
    put(addresses, Channel.PHONE, phone);
    put(addresses, Channel.SLACK, slack);
    put(addresses, Channel.EMAIL, email);
    return Collections.unmodifiableMap(addresses);
  }

  private static void put(
      Map<Channel, String> addresses, Channel channel, @Nullable String address) {
    if (address != null && !address.isBlank()) {
      addresses.put(channel, address);
    }
  }
}
