package io.tocsin.allinone.up;

import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.allinone.up.Providers.Role;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What {@code up} tells each service; the rest stands in the service's own settings.
 *
 * @param folder the data folder
 */
record ServiceSettings(Plan plan, Path folder, KafkaSettings kafka) {
  /** What is cut off goes on at the next start; a person who stops it does not wait longer. */
  private static final String STOP = "2s";

  /** The sandbox shares its memory with what wakes people. */
  private static final String SANDBOX_MEMORY = "32MB";

  Map<String, Object> of(Listener service) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.address", "127.0.0.1");
    settings.put("server.port", plan.ports().of(service));
    settings.put("spring.main.banner-mode", "off");
    settings.put("spring.lifecycle.timeout-per-shutdown-phase", STOP);
    settings.put("spring.reactor.netty.shutdown-quiet-period", "0s");
    settings.put("tocsin.kafka.bootstrap-servers", kafka.bootstrapServers());
    settings.put("tocsin.kafka.flush", kafka.flush());
    settings.put("tocsin.kafka.replication-factor", kafka.replicationFactor());
    settings.put("tocsin.policies", plan.policyRoot().toAbsolutePath().toString());
    settings.put("tocsin.data-directory", folder.resolve(service.label()).toString());
    settings.putAll(own(service));
    return settings;
  }

  private Map<String, Object> own(Listener service) {
    return switch (service) {
      case ALERT_INGEST -> pagerDuty("tocsin.alarm.pagerduty");
      case ESCALATION_ENGINE -> engine();
      case NOTIFIER -> notifier();
      case SANDBOX ->
          Map.of(
              "tocsin.sandbox.data-directory",
              folder.resolve(service.label()).toString(),
              "tocsin.sandbox.memory",
              SANDBOX_MEMORY);
      default -> Map.of();
    };
  }

  private Map<String, Object> engine() {
    Map<String, Object> settings = pagerDuty("tocsin.alarm.pagerduty");
    settings.put("tocsin.engine.tokens-file", folder.resolve(OperatorTokens.HASHED).toString());
    return settings;
  }

  private Map<String, Object> notifier() {
    Map<String, Object> settings = pagerDuty("tocsin.notifier.pagerduty");
    settings.put("tocsin.notifier.drain", STOP);
    return settings;
  }

  private Map<String, Object> pagerDuty(String prefix) {
    Map<String, Object> settings = new HashMap<>();
    if (plan.providers().role(InstalledProviders.PAGERDUTY) == Role.SANDBOX) {
      settings.put(prefix + ".events-url", plan.ports().url(Listener.SANDBOX) + "/pagerduty");
      settings.put(prefix + ".stand-in-keys", true);
    }
    return settings;
  }
}
