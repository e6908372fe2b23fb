package io.tocsin.alertingest.edge.http;

import static org.springframework.web.reactive.function.server.RequestPredicates.all;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.alertingest.core.AlertSource;
import io.tocsin.alertingest.core.spool.RecentCount;
import io.tocsin.alertingest.edge.kafka.AlertPublisher;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.runtime.EngineClock;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The routes of port 8080, and what they need. */
@Configuration(proxyBeanMethods = false)
public class HttpConfiguration {
  private static final String WEBHOOK = "/webhooks/{source}/{key}";

  @Bean
  IntegrationKeys integrationKeys(
      Supplier<Policies> policies, Environment environment, ServerProperties server) {
    boolean loopback =
        Optional.ofNullable(server.getAddress()).map(InetAddress::isLoopbackAddress).orElse(false);
    return new IntegrationKeys(policies, environment::getProperty, loopback);
  }

  @Bean
  IngestMetrics ingestMetrics(
      MeterRegistry registry, RecentCount quarantinedLately, EngineClock clock) {
    return new IngestMetrics(registry, quarantinedLately, clock);
  }

  @Bean
  Acceptance acceptance(AlertPublisher publisher, EngineClock clock, IngestMetrics metrics) {
    return new Acceptance(publisher, clock, metrics);
  }

  @Bean
  Webhooks webhooks(
      List<AlertSource> sources,
      List<Door> doors,
      IntegrationKeys keys,
      Acceptance acceptance,
      IngestMetrics metrics) {
    return new Webhooks(sources, keys, new Doors(doors), acceptance, metrics);
  }

  @Bean
  RouterFunction<ServerResponse> routes(Webhooks webhooks) {
    return RouterFunctions.route()
        .POST(WEBHOOK, webhooks::receive)
        .route(path(WEBHOOK), webhooks::wrongMethod)
        .route(all(), webhooks::nothingHere)
        .build();
  }

  @Bean
  ProblemErrors problemErrors() {
    return new ProblemErrors();
  }
}
