package io.tocsin.escalationengine.edge.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.escalationengine.edge.ledger.LedgerView;
import io.tocsin.escalationengine.edge.view.CommandProducer;
import io.tocsin.escalationengine.edge.view.Deliveries;
import io.tocsin.escalationengine.edge.view.IncidentView;
import io.tocsin.escalationengine.edge.view.Timelines;
import io.tocsin.escalationengine.edge.view.ViewHealth;
import io.tocsin.escalationengine.edge.view.ViewReader;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The operator API, the view it stands on, and the console that calls it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineApiSettings.class)
public class ApiConfiguration {

  @Bean
  IncidentView incidentView() {
    return new IncidentView();
  }

  @Bean(initMethod = "start")
  ViewReader incidentViewReader(KafkaSettings kafka, IncidentView view, ClockGuard guard) {
    ViewReader reader = new ViewReader(kafka, view);
    guard.guard(reader);
    return reader;
  }

  @Bean
  Timelines incidentTimelines(KafkaSettings kafka, ClockGuard guard) {
    Timelines timelines = new Timelines(kafka);
    guard.guard(timelines);
    return timelines;
  }

  @Bean
  Deliveries incidentDeliveries(KafkaSettings kafka, ClockGuard guard) {
    Deliveries deliveries = new Deliveries(kafka);
    guard.guard(deliveries);
    return deliveries;
  }

  @Bean
  CommandProducer incidentCommandProducer(KafkaSettings kafka, ClockGuard guard) {
    CommandProducer producer = new CommandProducer(kafka);
    guard.guard(producer);
    return producer;
  }

  @Bean
  ViewHealth viewHealthIndicator(IncidentView view, ViewReader reader) {
    return new ViewHealth(view, reader);
  }

  @Bean
  CommandDesk commandDesk(
      CommandProducer producer,
      IncidentView view,
      EngineApiSettings settings,
      MeterRegistry metrics) {
    return new CommandDesk(producer, view.answers(), settings.answerWithin(), metrics);
  }

  @Bean
  DateFilter apiDateFilter(EngineClock clock) {
    return new DateFilter(clock);
  }

  @Bean
  ProblemFilter apiProblemFilter() {
    return new ProblemFilter();
  }

  @Bean
  TokenFilter apiTokenFilter(EngineApiSettings settings) {
    return new TokenFilter(new Tokens(settings.tokensFile()));
  }

  @Bean
  RouterFunction<ServerResponse> incidentRoutes(
      IncidentView view,
      Timelines timelines,
      Deliveries deliveries,
      CommandDesk desk,
      Supplier<Policies> policies,
      EngineClock clock) {
    IncidentQueries queries = new IncidentQueries(view, timelines, deliveries, policies);
    IncidentCommands commands = new IncidentCommands(desk, view, new Declarations(policies), clock);
    String one = "/api/incidents/{id}";
    return RouterFunctions.route()
        .GET("/api/incidents", queries::list)
        .POST("/api/incidents", commands::declare)
        .GET(one, queries::show)
        .POST(one + "/{action}", commands::command)
        .before(ApiConfiguration::onlyKnownPeople)
        .build();
  }

  @Bean
  RouterFunction<ServerResponse> ledgerRoutes(LedgerView ledger) {
    return RouterFunctions.route().GET("/api/ledger", new LedgerQueries(ledger)::show).build();
  }

  @Bean
  RouterFunction<ServerResponse> consoleRoutes() {
    return Console.routes();
  }

  private static ServerRequest onlyKnownPeople(ServerRequest request) {
    ApiRequests.actor(request);
    return request;
  }
}
