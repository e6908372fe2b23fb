package io.tocsin.allinone.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tocsin.allinone.FreePorts;
import io.tocsin.allinone.StartRefused;
import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.policy.CatchAll;
import io.tocsin.contracts.policy.Installation;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

class HouseTest {
  private static final Policies POLICIES =
      new Policies(
          "hash",
          Map.of(),
          Map.of(),
          new CatchAll(new TeamCode("CA"), "catch-all", Map.of(), List.of()),
          new Installation(0));

  @TempDir Path folder;
  private final Ports ports = new Ports(FreePorts.offset());
  private final Map<Listener, Map<String, Object>> told = new ConcurrentHashMap<>();
  private final List<Listener> stopped = new CopyOnWriteArrayList<>();

  @Test
  void everyServiceIsToldWhereItIsAndAllStopInOrder() throws Exception {
    try (House house = new House()) {
      house.start(
          plan(
              service(Listener.ALERT_INGEST),
              service(Listener.ESCALATION_ENGINE),
              service(Listener.NOTIFIER),
              service(Listener.SANDBOX)));

      assertThat(told.get(Listener.ALERT_INGEST))
          .containsEntry("server.port", ports.of(Listener.ALERT_INGEST))
          .containsEntry("tocsin.kafka.bootstrap-servers", "127.0.0.1:" + ports.of(Listener.KAFKA))
          .containsEntry("tocsin.kafka.flush", true)
          .containsEntry("tocsin.kafka.replication-factor", (short) 1)
          .containsEntry("tocsin.data-directory", folder.resolve("alert-ingest").toString())
          .containsEntry(
              "tocsin.alarm.pagerduty.events-url", ports.url(Listener.SANDBOX) + "/pagerduty");
      assertThat(told.get(Listener.ESCALATION_ENGINE))
          .containsEntry("tocsin.engine.tokens-file", folder.resolve("tokens.yaml").toString())
          .containsEntry(
              "tocsin.alarm.pagerduty.events-url", ports.url(Listener.SANDBOX) + "/pagerduty")
          .containsEntry("tocsin.alarm.pagerduty.stand-in-keys", true);
      assertThat(told.get(Listener.NOTIFIER))
          .containsEntry(
              "tocsin.notifier.pagerduty.events-url", ports.url(Listener.SANDBOX) + "/pagerduty")
          .containsEntry("tocsin.notifier.pagerduty.stand-in-keys", true)
          .containsEntry("tocsin.notifier.github.api-url", ports.url(Listener.SANDBOX) + "/github")
          .containsEntry(
              "tocsin.notifier.github.webhook-secret",
              told.get(Listener.SANDBOX).get("tocsin.sandbox.callbacks.github-secret"));
      try (Admin admin = admin()) {
        assertThat(admin.listTopics().names().get())
            .contains(Topics.ALERTS.name(), Topics.INCIDENTS.name());
      }
    }
    assertThat(stopped)
        .containsExactly(
            Listener.ALERT_INGEST, Listener.ESCALATION_ENGINE, Listener.NOTIFIER, Listener.SANDBOX);
    ports.check(true);
  }

  @Test
  void aServiceThatFailsIsTheReasonAndNothingIsLeftRunning() throws Exception {
    ServiceStart failing =
        new ServiceStart(
            Listener.STATUS_PAGE,
            (settings, policies) -> {
              // one that had not begun when this fails is never started, and so never stopped
              await().until(() -> told.containsKey(Listener.ALERT_INGEST));
              throw new IllegalStateException("outer", new RuntimeException("no such\n folder"));
            });
    assertThatThrownBy(() -> new House().start(plan(service(Listener.ALERT_INGEST), failing)))
        .isInstanceOf(StartRefused.class)
        .hasMessage("status-page did not start: no such folder");
    ports.check(true);
    await().untilAsserted(() -> assertThat(stopped).containsExactly(Listener.ALERT_INGEST));
    DataDirectory.open(folder).close();
  }

  @Test
  void topicsWithAnotherPartitionCountAreRefusedInOneLine() throws Exception {
    try (House house = new House()) {
      house.start(plan());
      try (Admin admin = admin()) {
        admin.deleteTopics(List.of("alerts")).all().get();
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> !admin.listTopics().names().get().contains("alerts"));
        admin.createTopics(List.of(new NewTopic("alerts", 3, (short) 1))).all().get();
      }
    }
    assertThatThrownBy(() -> new House().start(plan()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("3 partitions, expected 8")
        .hasMessageNotContaining("\n");
    ports.check(true);
  }

  @Test
  void aHouseThatIsBeingClosedStartsNothingMore() {
    House house = new House();
    house.close();
    assertThatThrownBy(() -> house.start(plan())).isInstanceOf(StartRefused.class);
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + ports.of(Listener.KAFKA)));
  }

  private Plan plan(ServiceStart... services) {
    return new Plan(
        folder,
        ports,
        folder.resolve("policies"),
        LivePolicies.unchanging(POLICIES),
        Providers.decide(InstalledProviders.of(POLICIES), Map.of(), java.util.Set.of()),
        Optional.empty(),
        List.of(services));
  }

  private ServiceStart service(Listener listener) {
    return new ServiceStart(listener, (settings, policies) -> context(listener, settings));
  }

  private ConfigurableApplicationContext context(Listener listener, Map<String, Object> settings) {
    told.put(listener, settings);
    GenericApplicationContext context = new GenericApplicationContext();
    context.addApplicationListener(
        event -> {
          if (event instanceof ContextClosedEvent) {
            stopped.add(listener);
          }
        });
    context.refresh();
    return context;
  }
}
