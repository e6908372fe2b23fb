package io.tocsin.alertingest.core.sns;

import io.tocsin.alertingest.core.Unreadable;
import java.util.Arrays;

/** What a message of SNS is. */
public enum MessageType {
  /** Something was published to the topic. */
  NOTIFICATION("Notification"),

  /** SNS asks whether its messages are wanted. */
  SUBSCRIPTION("SubscriptionConfirmation"),

  /** Somebody ended the subscription: nothing more comes. */
  END_OF_SUBSCRIPTION("UnsubscribeConfirmation");

  private final String wireName;

  MessageType(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  static MessageType of(String name) throws Unreadable {
    return Arrays.stream(values())
        .filter(type -> type.wireName.equals(name))
        .findFirst()
        .orElseThrow(() -> new Unreadable("this is no type of message that SNS is known to send"));
  }
}
