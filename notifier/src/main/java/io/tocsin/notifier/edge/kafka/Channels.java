package io.tocsin.notifier.edge.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.notifier.core.DeliveryBook;
import io.tocsin.notifier.core.Standing;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.GuardSettings;
import io.tocsin.notifier.edge.provider.Pipeline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;

/** The channels that are installed: every {@link ChannelSender} there is. */
final class Channels {
  private static final String OTHERS = "not-installed";

  private final ObjectProvider<ChannelSender> senders;
  private final GuardSettings guards;
  private final ExecutorService callers;

  /**
   * @param callers where calls run while their time limit watches
   */
  Channels(ObjectProvider<ChannelSender> senders, GuardSettings guards, ExecutorService callers) {
    this.senders = senders;
    this.guards = guards;
    this.callers = callers;
  }

  /** One for each installed channel, and one that answers for all others. */
  List<Lane> lanes(Function<IncidentId, Optional<Standing>> standings, Sending sending) {
    List<Lane> lanes = new ArrayList<>();
    Set<Channel> others = EnumSet.allOf(Channel.class);
    for (ChannelSender sender : senders.orderedStream().toList()) {
      if (!others.remove(sender.channel())) {
        throw new IllegalStateException("channel " + sender.channel() + " is installed twice");
      }
      Pipeline pipeline = new Pipeline(sender, standings, callers, guards, sending.clock());
      DeliveryBook book = new DeliveryBook(sender::recall);
      lanes.add(
          new Lane(
              sender.channel().wireName(),
              Set.of(sender.channel()),
              book,
              sending.references(),
              desk(new Desk(sender.channel(), pipeline, book, sending), sender, sending.meters())));
    }
    if (!others.isEmpty()) {
      lanes.add(new Lane(OTHERS, others, new DeliveryBook(), sending.references(), null));
    }
    return List.copyOf(lanes);
  }

  private static Desk desk(Desk desk, ChannelSender sender, MeterRegistry meters) {
    String channel = sender.channel().wireName();
    Gauge.builder("tocsin.notifier.backlog", desk, Desk::backlog)
        .tag("channel", channel)
        .description("notifications that wait for their turn or are being sent")
        .register(meters);
    Gauge.builder("tocsin.notifier.owed", desk, Desk::owed)
        .tag("channel", channel)
        .description("notifications that failed and wait for another try, and what waits behind")
        .register(meters);
    return desk;
  }
}
