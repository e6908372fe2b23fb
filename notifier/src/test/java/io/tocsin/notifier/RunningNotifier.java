package io.tocsin.notifier;

import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a free port, with policies made by hand. */
public final class RunningNotifier implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  public RunningNotifier(KafkaSettings kafka, String pagerDuty, Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", "0");
    properties.put("tocsin.kafka.bootstrap-servers", kafka.bootstrapServers());
    properties.put("tocsin.kafka.replication-factor", "1");
    properties.put("tocsin.notifier.pagerduty.events-url", pagerDuty);
    properties.put("tocsin.notifier.pagerduty.stand-in-keys", "true");
    properties.putAll(more);
    context = NotifierApplication.start(properties, LivePolicies.unchanging(Fixtures.policies(0)));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @Override
  public void close() {
    context.close();
  }
}
