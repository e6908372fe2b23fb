package io.tocsin.contracts.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.PolicyRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LivePoliciesTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final TeamCode TEAM = new TeamCode("TM");

  @TempDir private Path root;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Instant now = START;
  private LivePolicies live;
  private String first;

  @BeforeEach
  void start() throws Exception {
    PolicyRoot.writeTo(root);
    live = LivePolicies.of(root, () -> now);
    first = live.get().hash();
    new PolicyMetrics(live).bindTo(meters);
    log.start();
    logger().addAppender(log);
    logger().setAdditive(false);
    looks(2);
  }

  @AfterEach
  void stop() {
    logger().detachAppender(log);
    live.close();
  }

  @Test
  void aChangeIsTakenOnceItIsSeenTwiceInARow() throws IOException {
    PolicyRoot.rename(root, "Night watch");
    looks(1);
    assertThat(live.get().hash()).isEqualTo(first);

    now = START.plusSeconds(60);
    looks(1);

    assertThat(live.get().teams().get(TEAM).name()).isEqualTo("Night watch");
    assertThat(live.told())
        .containsEntry("policy", live.get().hash())
        .containsEntry("loaded", "2026-03-02T10:01:00Z")
        .doesNotContainKey("refused");
    assertThat(reloads("taken")).isEqualTo(1);
    assertThat(meters.get("tocsin.policy.loaded").timeGauge().value())
        .isEqualTo(START.getEpochSecond() + 60.0);
    assertThat(said(Level.INFO))
        .containsExactly(
            "policy %s is taken; until now it was %s".formatted(live.get().hash(), first));
  }

  @Test
  void aFileThatIsStillBeingWrittenIsLeftAlone() throws IOException {
    PolicyRoot.append(root, "services.yaml", "\n  half: {title: Ha");
    looks(1);
    PolicyRoot.append(root, "services.yaml", "lf, public: fal");
    looks(1);
    PolicyRoot.append(root, "services.yaml", "se}\n");
    looks(2);

    assertThat(live.get().teams().get(TEAM).services()).containsKey("half");
    assertThat(reloads("refused")).isZero();
    assertThat(said(Level.ERROR)).isEmpty();
  }

  @Test
  void aBrokenReloadKeepsThePolicyAndSaysSoInLogHealthAndMetrics() throws IOException {
    PolicyRoot.replace(root, "catch-all.yaml", "call: duty-manager", "call: nobody");
    now = START.plusSeconds(60);
    looks(5);

    assertThat(live.get().hash()).isEqualTo(first);
    assertThat(live.told())
        .containsEntry("policy", first)
        .containsEntry("loaded", START.toString())
        .containsEntry("refused", "1 problem")
        .containsEntry("since", "2026-03-02T10:01:00Z")
        .extractingByKey("first")
        .asString()
        .startsWith("catch-all.yaml:10:");
    assertThat(refused()).isEqualTo(1);
    assertThat(reloads("refused")).isEqualTo(1);
    assertThat(said(Level.ERROR))
        .hasSize(2)
        .first()
        .asString()
        .contains("is refused, problems: 1; " + first + " goes on");
    assertThat(said(Level.ERROR).get(1)).startsWith("catch-all.yaml:10:");
  }

  @Test
  void whatIsRefusedIsSaidWithoutTheValueThatMayBeASecret() throws IOException {
    PolicyRoot.replace(root, "integrations.yaml", "${MONITOR_KEY}", "correct-horse-battery");
    looks(2);

    assertThat(refused()).isEqualTo(1);
    assertThat(live.told().toString()).doesNotContain("correct-horse");
    assertThat(said(Level.ERROR)).noneMatch(line -> line.contains("correct-horse"));
  }

  @Test
  void aMendedPolicyIsTaken() throws IOException {
    PolicyRoot.append(root, "catch-all.yaml", "ladder: none\n");
    looks(2);
    PolicyRoot.writeTo(root);
    PolicyRoot.rename(root, "Mended");
    looks(2);

    assertThat(live.get().teams().get(TEAM).name()).isEqualTo("Mended");
    assertThat(refused()).isZero();
    assertThat(live.told()).doesNotContainKey("refused");
  }

  @Test
  void aBrokenChangeThatIsTakenBackIsOver() throws IOException {
    PolicyRoot.append(root, "catch-all.yaml", "ladder: none\n");
    looks(2);
    PolicyRoot.writeTo(root);
    looks(2);

    assertThat(live.get().hash()).isEqualTo(first);
    assertThat(refused()).isZero();
    assertThat(reloads("taken")).isZero();
    assertThat(said(Level.INFO)).containsExactly("the policy files are again what runs: " + first);
  }

  @Test
  void filesThatAreWrittenAnewWithTheSameTextChangeNothing() throws IOException {
    PolicyRoot.writeTo(root);
    looks(3);

    assertThat(live.get().hash()).isEqualTo(first);
    assertThat(log.list).isEmpty();
    assertThat(reloads("taken")).isZero();
  }

  @Test
  void aFolderThatIsGoneIsRefusedUntilItIsBack() throws IOException {
    Path away = root.resolveSibling(root.getFileName() + "-away");
    Files.move(root, away);
    looks(2);
    assertThat(live.told().get("first").toString()).contains("there is no such policy folder");

    Files.move(away, root);
    looks(2);
    assertThat(refused()).isZero();
  }

  @Test
  void nothingIsDecidedUnderAPolicyBeforeThoseWhoMustKnowItDo() throws IOException {
    List<String> seen = new ArrayList<>();
    live.beforehand(fresh -> seen.add(fresh.hash() + " while " + live.get().hash() + " decides"));
    PolicyRoot.rename(root, "Night watch");
    looks(2);

    assertThat(seen).containsExactly(live.get().hash() + " while " + first + " decides");
  }

  @Test
  void aPolicyThatCannotBeMadeKnownWaitsAndIsOfferedAgain() throws IOException {
    List<CheckedPolicy> offered = new ArrayList<>();
    live.beforehand(
        fresh -> {
          offered.add(fresh);
          if (offered.size() < 3) {
            throw new IllegalStateException("Kafka is away");
          }
        });
    PolicyRoot.rename(root, "Night watch");
    looks(3);
    assertThat(live.get().hash()).isEqualTo(first);
    assertThat(refused()).isEqualTo(1);
    assertThat(live.told().get("first").toString()).contains("Kafka is away");
    assertThat(said(Level.ERROR)).hasSize(1);

    looks(1);

    assertThat(live.get().teams().get(TEAM).name()).isEqualTo("Night watch");
    assertThat(offered).hasSize(3).allMatch(fresh -> fresh == offered.get(0));
    assertThat(refused()).isZero();
  }

  @Test
  void aLinkThatIsSwappedIsOneChange(@TempDir Path mount) throws Exception {
    Path later = PolicyRoot.writeTo(Files.createDirectory(mount.resolve("..later")));
    PolicyRoot.rename(later, "Swapped");
    PolicyRoot.writeTo(Files.createDirectory(mount.resolve("..now")));
    Path data = Files.createSymbolicLink(mount.resolve("..data"), Path.of("..now"));
    for (String name : List.of("catch-all.yaml", "integrations.yaml", "team")) {
      Files.createSymbolicLink(mount.resolve(name), Path.of("..data", name));
    }
    try (LivePolicies mounted = LivePolicies.of(mount, () -> now)) {
      assertThat(mounted.get().hash()).isEqualTo(first);

      Files.delete(data);
      Files.createSymbolicLink(data, Path.of("..later"));
      mounted.look();
      mounted.look();

      assertThat(mounted.get().teams().get(TEAM).name()).isEqualTo("Swapped");
    }
  }

  @Test
  void nothingStartsUnderABrokenPolicy(@TempDir Path broken) throws IOException {
    PolicyRoot.writeTo(broken);
    Files.delete(broken.resolve("catch-all.yaml"));

    assertThatThrownBy(() -> LivePolicies.of(broken, () -> now)).isInstanceOf(PolicyRejected.class);
  }

  @Test
  void policiesThatNoFileStandsForNeverChange() {
    LivePolicies fixed = LivePolicies.unchanging(live.get());
    fixed.start();
    fixed.look();

    assertThat(fixed.get()).isSameAs(live.get());
    assertThat(fixed.told()).isEqualTo(Map.of("policy", first, "loaded", "1970-01-01T00:00:00Z"));
  }

  private void looks(int count) {
    for (int look = 0; look < count; look++) {
      live.look();
    }
  }

  private double refused() {
    return meters.get("tocsin.policy.reload.refused").gauge().value();
  }

  private double reloads(String outcome) {
    return meters.get("tocsin.policy.reloads").tag("outcome", outcome).functionCounter().count();
  }

  private List<String> said(Level level) {
    return log.list.stream()
        .filter(event -> event.getLevel() == level)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(LivePolicies.class);
  }
}
