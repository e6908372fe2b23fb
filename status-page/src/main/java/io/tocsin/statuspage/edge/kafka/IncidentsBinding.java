package io.tocsin.statuspage.edge.kafka;

import io.tocsin.contracts.runtime.Background;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.TopicSetup;
import io.tocsin.contracts.runtime.TopicsRefused;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;

/**
 * Starts the binding once Kafka answers and the topics are as they must be, however long that
 * takes: the page is served meanwhile.
 */
public final class IncidentsBinding implements ClockGuard.KafkaClients, AutoCloseable {
  /** The binding of the function {@code incidents}, as the settings name it. */
  public static final String NAME = "incidents-in-0";

  private static final Logger log = LoggerFactory.getLogger(IncidentsBinding.class);
  private static final long RETRY_SECONDS = 2;

  private final KafkaSettings kafka;
  private final BindingsLifecycleController bindings;
  private final ScheduledExecutorService worker = Background.thread("incidents-binding");
  private boolean bound;

  public IncidentsBinding(KafkaSettings kafka, BindingsLifecycleController bindings) {
    this.kafka = kafka;
    this.bindings = bindings;
  }

  public void start() {
    worker.execute(this::bind);
  }

  /** Ends the consumer and starts a new one, which goes on where the former was. */
  @Override
  public void renew(String why) {
    worker.execute(() -> rebind(why));
  }

  private void bind() {
    try {
      TopicSetup.ensure(kafka);
      bindings.start(NAME);
      bound = true;
      log.info("incidents are read from Kafka at {}", kafka.bootstrapServers());
    } catch (TopicsRefused | RuntimeException e) {
      if (!worker.isShutdown()) {
        log.warn("incidents cannot be read yet, the page is served as it was: {}", e.getMessage());
        worker.schedule(this::bind, RETRY_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  private void rebind(String why) {
    if (bound) {
      log.warn("the consumer of incidents is made anew: {}", why);
      bindings.stop(NAME);
      bindings.start(NAME);
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
