package io.tocsin.chaos.core;

import java.util.List;

/**
 * Everything that is known of one run, gathered after every fault was healed and all was quiet. The
 * lists are in time order.
 *
 * @param run when what was done
 * @param webhooks what the driver sent to ingest, each try of each delivery
 * @param commands what the driver asked of incidents, each try
 * @param records what stands in Kafka, read committed
 * @param deeds what people did at providers, each try
 * @param arrivals what reached PagerDuty: the truth about pages
 * @param sightings what the receivers of all other channels have
 * @param faults what was broken, by whom and for how long
 * @param polls what the public saw
 * @param secrets what must not be seen in some places
 * @param writings what was written where a secret could leak and no other list shows it (logs)
 */
public record History(
    Run run,
    List<Webhook> webhooks,
    List<Command> commands,
    List<Deed> deeds,
    Records records,
    List<Arrival> arrivals,
    List<Sighting> sightings,
    List<Fault> faults,
    List<Poll> polls,
    List<Secret> secrets,
    List<Writing> writings) {

  public History {
    webhooks = List.copyOf(webhooks);
    commands = List.copyOf(commands);
    deeds = List.copyOf(deeds);
    arrivals = List.copyOf(arrivals);
    sightings = List.copyOf(sightings);
    faults = List.copyOf(faults);
    polls = List.copyOf(polls);
    secrets = List.copyOf(secrets);
    writings = List.copyOf(writings);
  }
}
