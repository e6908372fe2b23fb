package io.tocsin.notifier.edge.provider;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.Notification;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A channel that is installed. A bean of this type is all it takes: its topic is then read and its
 * notifications are sent through the {@link Pipeline}. What it must keep is stated by the test
 * {@code ChannelContract}.
 */
public interface ChannelSender {

  Channel channel();

  /**
   * The calls that say {@code act} to the provider, one for each page number, in order.
   *
   * @param act mostly the notification's own; {@code RESOLVE} when a page is withdrawn
   * @throws CannotSend when it is known without a call that it cannot be sent
   */
  List<ProviderCall> calls(Notification notification, Notification.Act act, List<Integer> pages)
      throws CannotSend;

  /**
   * What {@code deliveries} says of a notification of this channel, from before a restart and from
   * now: told of each before anything that follows it is sent.
   */
  default void recall(Delivery delivery) {}

  /**
   * Whether the provider tells a repetition by its key. If not, nothing that was given up is tried
   * again at once, because it may arrive yet: most such providers are asked first what they have.
   */
  default boolean knowsRepetitions() {
    return false;
  }

  /** What the operator has to set before anything can be sent, if anything. */
  default Optional<String> missing() {
    return Optional.empty();
  }

  /**
   * Asks the provider whether it knows our credentials; nobody is told anything. Only asked when
   * nothing is {@link #missing()}.
   *
   * @throws IOException when it does not answer
   */
  Proof prove() throws IOException;
}
