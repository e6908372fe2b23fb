package io.tocsin.chaos.edge.crash;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.Rings;
import io.tocsin.chaos.core.Sighting;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Notification;
import java.util.List;
import java.util.stream.Stream;

/** How often each notification stands at its receiver. */
record Copies(List<Arrival> arrivals, List<Sighting> sightings) {

  int of(Notification asked) {
    return asked.channel() == Channel.PAGERDUTY ? rings(asked) : (int) messages(asked).count();
  }

  private int rings(Notification asked) {
    return Rings.of(
        arrivals.stream()
            .filter(arrival -> arrival.page().incident().equals(asked.incident()))
            .toList());
  }

  /** A text bears no id: each is about an incident of its own. */
  private Stream<Sighting> messages(Notification asked) {
    boolean text = asked.channel() == Channel.PHONE && asked.act() == Notification.Act.TELL;
    return sightings.stream()
        .filter(it -> it.channel() == asked.channel() && it.incident().equals(asked.incident()))
        .filter(it -> text || it.isOf(asked.id()));
  }
}
