package io.tocsin.alertingest;

import io.tocsin.alertingest.support.Broker;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** The whole service with policies of a test's own. */
final class StartedIngest {
  private StartedIngest() {}

  /** On {@code broker}, its data in {@code folder}. */
  static ConfigurableApplicationContext on(Broker broker, Path folder, Policies policies) {
    return on(broker, folder, Map.of(), policies);
  }

  /** The same with {@code more} settings. */
  static ConfigurableApplicationContext on(
      Broker broker, Path folder, Map<String, Object> more, Policies policies) {
    Map<String, Object> all = new HashMap<>(more);
    all.put("server.port", 0);
    all.put("tocsin.kafka.bootstrap-servers", broker.address());
    all.put("tocsin.data-directory", folder.toString());
    all.put("DATADOG_RX_KEY", "right-key");
    return with(all, policies);
  }

  /** Without canaries, unless {@code settings} let them fly. */
  static ConfigurableApplicationContext with(Map<String, Object> settings, Policies policies) {
    Map<String, Object> all = new HashMap<>(Map.of("tocsin.canary.every", "0s"));
    all.putAll(settings);
    return AlertIngestApplication.start(
        all,
        context -> {
          context.registerBean(LivePolicies.class, () -> LivePolicies.unchanging(policies));
          context.registerBean(ReactorResourceFactory.class, StartedIngest::loopsOfItsOwn);
        });
  }

  /** Shared ones end with whichever context of this JVM ends first. */
  private static ReactorResourceFactory loopsOfItsOwn() {
    ReactorResourceFactory resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    return resources;
  }
}
