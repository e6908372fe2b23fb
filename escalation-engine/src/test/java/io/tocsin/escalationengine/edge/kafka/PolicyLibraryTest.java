package io.tocsin.escalationengine.edge.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import io.tocsin.contracts.runtime.policy.PolicyLibrary;
import io.tocsin.escalationengine.edge.view.RealBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policies by hash, on a real broker. */
class PolicyLibraryTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final TeamCode RX = new TeamCode("RX");
  private static final KafkaSettings KAFKA = RealBroker.kafka();

  private final PolicyBundle shipped = shipped();
  private LivePolicies live;
  private PolicyLibrary library;

  @BeforeEach
  void start() throws Exception {
    live = LivePolicies.unchanging(PolicyLoader.load(shipped));
    library = new PolicyLibrary(KAFKA, live);
    library.start();
  }

  @AfterEach
  void stop() {
    library.close();
  }

  @Test
  void theCurrentPolicyIsThereWithoutAsking() {
    assertThat(library.pinned(shipped.hash())).isSameAs(live.get());
  }

  @Test
  void whatAnotherInstancePublishesLaterIsFoundByItsHash() throws Exception {
    PolicyBundle later = renamed("Later");
    publish(later);

    Policies found = library.pinned(later.hash());

    assertThat(found.hash()).isEqualTo(later.hash());
    assertThat(found.teams().get(RX).name()).isEqualTo("Later");
    assertThat(found.teams().get(RX).levels()).isEqualTo(live.get().teams().get(RX).levels());
    assertThat(found.teams().get(RX).severity().rules()).isEmpty();
  }

  @Test
  void aPolicyFromBeforeTheStartIsFoundByItsHashAlsoAfterTheClientsWereMadeAnew() throws Exception {
    PolicyBundle earlier = renamed("Earlier");
    publish(earlier);
    try (PolicyLibrary after = new PolicyLibrary(KAFKA, live)) {
      after.start();
      after.renew();

      assertThat(after.pinned(earlier.hash()).teams().get(RX).name()).isEqualTo("Earlier");
    }
  }

  @Test
  void anUnknownHashIsWaitedForOnceAndThenTheCurrentPolicyDecidesUntilItComes() throws Exception {
    PolicyBundle late = renamed("Late");
    long asked = System.nanoTime();
    assertThat(library.pinned(late.hash())).isSameAs(live.get());
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isBetween(seconds(4), seconds(9));
    asked = System.nanoTime();
    assertThat(library.pinned(late.hash())).isSameAs(live.get());
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(seconds(1));

    publish(late);
    await().atMost(SOON).until(() -> library.pinned(late.hash()).hash().equals(late.hash()));
  }

  @Test
  void aPublishedPolicyThatDoesNotLoadAnyMoreLeavesTheDecisionToTheCurrentOne() throws Exception {
    PolicyBundle broken = new PolicyBundle(Map.of("catch-all.yaml", "code: ALL\n"));
    publish(broken);

    assertThat(library.pinned(broken.hash())).isSameAs(live.get());
  }

  @Test
  void aReloadIsPublishedBeforeItDecidesAndTheFormerIsKept(@TempDir Path root) throws Exception {
    write(shipped, root);
    try (LivePolicies changing = LivePolicies.of(root, () -> Instant.EPOCH);
        PolicyLibrary own = new PolicyLibrary(KAFKA, changing)) {
      own.start();
      changing.start();
      PolicyBundle fresh = renamed("Fresh");
      write(fresh, root);
      await().atMost(SOON).until(() -> changing.get().hash().equals(fresh.hash()));

      assertThat(library.pinned(fresh.hash()).teams().get(RX).name()).isEqualTo("Fresh");
      assertThat(own.pinned(shipped.hash()).hash()).isEqualTo(shipped.hash());
    }
  }

  private static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }

  private static PolicyBundle shipped() {
    try {
      return PolicyFiles.read(Path.of("../deploy/policies"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same where the team {@code RX} has another name. */
  private PolicyBundle renamed(String name) {
    Map<String, String> files = new TreeMap<>(shipped.files());
    files.compute(
        "digital-prescriptions/policy.yaml",
        (path, text) -> text.replaceFirst("(?m)^name: .*$", "name: " + name));
    return new PolicyBundle(files);
  }

  private static void write(PolicyBundle bundle, Path root) throws Exception {
    for (Map.Entry<String, String> file : bundle.files().entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static void publish(PolicyBundle bundle) throws Exception {
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(KAFKA.producer())) {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.POLICIES.name(), bundle.hash(), Topics.POLICIES.serde().bytes(bundle)))
          .get();
    }
  }
}
