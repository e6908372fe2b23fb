package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a person is reached (RUN-08.2); each may be a reference, {@code ${PHONE_A}}. */
@Says("how somebody is reached")
public record Methods(
    @Says("the routing key, as a reference") @As(Form.SECRET) @Nullable String pagerduty,
    @Says("the telephone") @As(Form.PHONE) @Nullable String phone,
    @Says("a channel or a person in Slack") @As(Form.SLACK) @Nullable String slack,
    @Says("the mail address") @As(Form.EMAIL) @Nullable String email) {

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
    if (address != null) {
      addresses.put(channel, address);
    }
  }
}
