package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A way to reach people or systems; each has a topic and a consumer of its own. */
public enum Channel {
  PAGERDUTY,
  PHONE,
  SLACK,
  EMAIL,
  GITHUB,
  SERVICENOW,
  WEBHOOK,
  DATADOG,
  PROBE;

  /** The name in topics, policies, ids and metrics: {@code pagerduty}. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Channel parse(String name) {
    for (Channel channel : values()) {
      if (channel.wireName().equals(name)) {
        return channel;
      }
    }
    throw new IllegalArgumentException(
        "'" + name + "' is no channel; there are " + names(values()));
  }

  private static String names(Channel[] channels) {
    return Arrays.stream(channels).map(Channel::wireName).collect(Collectors.joining(", "));
  }

  /** The order of loudness in which a level's {@code loudest} method is meant. */
  public boolean isLouderThan(Channel other) {
    return loudness() > other.loudness();
  }

  private int loudness() {
    return switch (this) {
      case PHONE -> 3;
      case PAGERDUTY -> 2;
      case SLACK, EMAIL -> 1;
      case GITHUB, SERVICENOW, WEBHOOK, DATADOG, PROBE -> 0;
    };
  }
}
