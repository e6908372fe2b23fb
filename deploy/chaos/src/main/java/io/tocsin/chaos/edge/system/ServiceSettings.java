package io.tocsin.chaos.edge.system;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What each process is told; the rest stands in the service's own settings.
 *
 * @param folder of the run
 */
record ServiceSettings(Path folder, Addresses addresses) {
  private static final String SANDBOX_MEMORY = "64MB";

  Map<String, String> of(Target target) {
    Map<String, String> settings = new HashMap<>();
    if (target == Target.BROKER) {
      return settings;
    }
    settings.put("server.address", "127.0.0.1");
    settings.put("server.port", Integer.toString(addresses.http(target)));
    settings.put("tocsin.kafka.bootstrap-servers", "127.0.0.1:" + addresses.proxy(target));
    settings.put("tocsin.kafka.flush", "true");
    settings.put("tocsin.kafka.replication-factor", "1");
    settings.put("tocsin.policies", policies().toString());
    settings.put("tocsin.data-directory", folder.resolve(target.label()).toString());
    switch (target) {
      case ESCALATION_ENGINE -> settings.put("tocsin.engine.tokens-file", tokens().toString());
      case NOTIFIER -> {
        settings.put(
            "tocsin.notifier.pagerduty.events-url",
            "http://127.0.0.1:" + addresses.proxy(Target.SANDBOX) + "/pagerduty");
        settings.put("tocsin.notifier.pagerduty.stand-in-keys", "true");
      }
      case SANDBOX -> {
        settings.put("tocsin.sandbox.data-directory", folder.resolve(target.label()).toString());
        settings.put("tocsin.sandbox.memory", SANDBOX_MEMORY);
        settings.put("tocsin.sandbox.pagerduty.events-per-minute", "0");
      }
      default -> {}
    }
    return settings;
  }

  Path policies() {
    return folder.resolve("policies");
  }

  Path tokens() {
    return folder.resolve("tokens.yaml");
  }
}
