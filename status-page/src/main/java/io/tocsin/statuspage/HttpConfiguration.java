package io.tocsin.statuspage;

import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.statuspage.core.Disclosure;
import io.tocsin.statuspage.core.Freshness;
import io.tocsin.statuspage.core.Overviews;
import io.tocsin.statuspage.core.Publication;
import io.tocsin.statuspage.edge.http.PageIdentity;
import io.tocsin.statuspage.edge.http.StatusPageRoutes;
import io.tocsin.statuspage.edge.kafka.KafkaHearing;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;

/** What is served. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

  @Bean
  StatusPageRoutes statusPageRoutes(
      StatusPageSettings settings,
      Publication publication,
      KafkaHearing hearing,
      Disclosure disclosure,
      EngineClock clock) {
    Overviews overviews = new Overviews();
    return new StatusPageRoutes(
        new PageIdentity(settings.statusPage().name(), settings.statusPage().url()),
        settings.statusPage().keptFor(),
        () ->
            overviews.at(
                publication.current(),
                hearing.freshness(),
                disclosure.components(),
                clock.instant()));
  }

  @Bean
  RouterFunction<ServerResponse> routes(StatusPageRoutes statusPageRoutes) {
    return statusPageRoutes.routes();
  }

  @Bean
  WebFilter securityHeaders(StatusPageRoutes statusPageRoutes) {
    return statusPageRoutes.headers();
  }

  /** Threads of our own: a sibling context that ends would end the ones that all share. */
  @Bean
  ReactorResourceFactory reactorResources() {
    ReactorResourceFactory resources = new ReactorResourceFactory();
    // the server has shut down gracefully before; nothing comes that a quiet time would wait for
    resources.setShutdownQuietPeriod(Duration.ZERO);
    resources.setUseGlobalResources(false);
    return resources;
  }

  /** Always up: the page is served without Kafka. The detail says whether it is current. */
  @Bean
  HealthIndicator boardHealthIndicator(KafkaHearing hearing, EngineClock clock) {
    return () -> {
      Freshness freshness = hearing.freshness();
      return Health.up()
          .withDetail("kafkaHeard", freshness.isFresh(clock.instant()))
          .withDetail("knownUntil", String.valueOf(freshness.knownAt()))
          .build();
    };
  }
}
