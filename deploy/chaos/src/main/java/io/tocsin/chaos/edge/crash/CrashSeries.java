package io.tocsin.chaos.edge.crash;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Many deaths of the notifier, at each point of a send, and the account of them. */
public final class CrashSeries {
  /** Every channel that is installed. */
  public static final List<Channel> CHANNELS =
      List.of(
          Channel.PAGERDUTY,
          Channel.SLACK,
          Channel.GITHUB,
          Channel.EMAIL,
          Channel.PHONE,
          Channel.DATADOG);

  private final Path policies;
  private final Path folder;
  private final int size;
  private final int rounds;
  private final TreeMap<String, Toll> tolls = new TreeMap<>();

  /**
   * @param policies the shipped ones
   * @param folder of its own, where data and account go
   * @param size sends in flight for each channel
   * @param rounds deaths at each point
   */
  public CrashSeries(Path policies, Path folder, int size, int rounds) {
    this.policies = policies;
    this.folder = folder;
    this.size = size;
    this.rounds = rounds;
  }

  /**
   * Plays them: at each death sends of all {@code channels} are in flight.
   *
   * @param told each round's line
   * @return whether nothing was lost, and nothing doubled where the provider can be asked
   */
  public boolean play(List<Channel> channels, List<Moment> moments, Consumer<String> told)
      throws IOException {
    long incident = 1;
    try (CrashHouse house = CrashHouse.open(policies, folder.resolve("data"))) {
      for (Moment moment : moments) {
        for (int round = 1; round <= rounds; round++) {
          List<Mailbag> bags = new ArrayList<>();
          for (Channel channel : channels) {
            bags.add(new Mailbag(channel, incident, size, house.policy()));
            incident += size;
          }
          Map<Channel, Toll> counted = new EnumMap<>(new CrashRound(house, moment, bags).play());
          counted.values().forEach(this::add);
          told.accept("%s, round %d".formatted(moment.label(), round));
          counted.values().forEach(toll -> told.accept(toll.row()));
          write();
        }
      }
    }
    return tolls.values().stream().allMatch(Toll::holds);
  }

  private void add(Toll toll) {
    String key = "%02d %s".formatted(CHANNELS.indexOf(toll.channel()), toll.moment().ordinal());
    tolls.merge(key, toll, Toll::plus);
  }

  /** As people read it. */
  public String markdown() {
    StringBuilder text = new StringBuilder(Toll.head());
    tolls.values().forEach(toll -> text.append('\n').append(toll.row()));
    return text.append('\n').toString();
  }

  private void write() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("crashes.md"), markdown());
    Files.writeString(
        folder.resolve("crashes.json"),
        ContractJson.MAPPER
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(List.copyOf(tolls.values())));
  }
}
