package io.tocsin.severityclassifier.edge.kafka;

import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.policy.Policies;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What lies between {@code alerts} and {@code classified-alerts}: one processor with one store, and
 * a side way to {@code dead-letters}.
 */
public final class ClassifierTopology {
  /** The application id, and so part of the name of the store's changelog (foundation). */
  public static final String APPLICATION = "tocsin-severity-classifier";

  /** What is remembered of each alert, by alert key (foundation). */
  public static final String STORE = "alert-keys";

  private static final String WAYS = "way-";
  private static final String CLASSIFIED = "classified";

  private final Surroundings surroundings;

  public ClassifierTopology(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The classified alerts, keyed by grouping key; what is no alert goes to the dead letters. */
  public KStream<String, byte[]> classified(KStream<String, byte[]> alerts) {
    Map<String, KStream<String, Outcome>> ways =
        alerts
            .process(new AlertProcessors(surroundings), Named.as("classify"))
            .split(Named.as(WAYS))
            .branch(
                (key, outcome) -> !outcome.readable(),
                Branched.withConsumer(ClassifierTopology::bury, "unreadable"))
            .defaultBranch(Branched.as(CLASSIFIED));
    return Objects.requireNonNull(ways.get(WAYS + CLASSIFIED))
        .mapValues(Outcome::bytes, Named.as("classified-bytes"));
  }

  private static void bury(KStream<String, Outcome> unreadable) {
    unreadable
        .mapValues(Outcome::bytes, Named.as("unreadable-bytes"))
        .to(
            Topics.DEAD_LETTERS.name(),
            Produced.with(Serdes.String(), Serdes.ByteArray())
                .withName(Topics.DEAD_LETTERS.name()));
  }

  /**
   * What the processor needs of the world.
   *
   * @param policies the current ones
   * @param clock engine time
   */
  public record Surroundings(
      Supplier<Policies> policies, InstantSource clock, ClassifierMetrics metrics) {}

  /** Brings the store along, so that whoever builds the topology cannot forget it. */
  private record AlertProcessors(Surroundings surroundings)
      implements ProcessorSupplier<String, byte[], String, Outcome> {

    @Override
    public Processor<String, byte[], String, Outcome> get() {
      return new AlertProcessor(surroundings);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return Set.of(
          Stores.keyValueStoreBuilder(
                  Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
              .withCachingDisabled());
    }
  }
}
