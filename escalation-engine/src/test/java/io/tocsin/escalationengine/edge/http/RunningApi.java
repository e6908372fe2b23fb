package io.tocsin.escalationengine.edge.http;

import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.CatalogService;
import io.tocsin.contracts.policy.CatchAll;
import io.tocsin.contracts.policy.Installation;
import io.tocsin.contracts.policy.Playbook;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.calendar.BusinessHours;
import io.tocsin.contracts.policy.conduct.PublicPage;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.escalationengine.edge.ledger.LedgerView;
import io.tocsin.escalationengine.edge.view.RealBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The API on a real broker with a stand-in for the engine; one for all tests. */
final class RunningApi {
  static final String TOKEN = "correct-horse-battery-staple";

  /** SHA-256 of {@link #TOKEN}, as {@code sha256sum} prints it. */
  static final String HASH =
      "sha256:87cbebfeebc05f7c54ac9336c4b4bbec831227a641951a4bde7edd56020f8590";

  /** The hash of the policy that is current, unless a test says otherwise. */
  static final String POLICY = "hash";

  private static volatile String policy = POLICY;
  private static final StandInEngine ENGINE = new StandInEngine(RealBroker.kafka());
  private static final ConfigurableApplicationContext CONTEXT =
      start(RealBroker.kafka(), tokensFile("tokens:\n  operator: " + HASH + "\n"));

  private RunningApi() {}

  static void policyIs(String hash) {
    policy = hash;
  }

  static StandInEngine engine() {
    return ENGINE;
  }

  static ConfigurableApplicationContext context() {
    return CONTEXT;
  }

  /** Calls as the operator. */
  static WebTestClient operator() {
    return client(CONTEXT, TOKEN);
  }

  static WebTestClient anybody(ConfigurableApplicationContext context) {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"))
        .responseTimeout(Duration.ofSeconds(20))
        .build();
  }

  static WebTestClient client(ConfigurableApplicationContext context, String token) {
    return anybody(context).mutate().defaultHeader("Authorization", "Bearer " + token).build();
  }

  static ConfigurableApplicationContext start(KafkaSettings kafka, Path tokens) {
    return new SpringApplicationBuilder(Wiring.class)
        .web(WebApplicationType.REACTIVE)
        .initializers(context -> context.getBeanFactory().registerSingleton("kafkaSettings", kafka))
        .properties(
            Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "spring.config.name", "none",
                "spring.main.banner-mode", "off",
                "spring.jmx.enabled", "false",
                "tocsin.engine.answer-within", "2s",
                "tocsin.engine.tokens-file", tokens.toString()))
        .run();
  }

  static Path tokensFile(String content) {
    try {
      Path file = Files.createTempFile("tokens", ".yaml");
      file.toFile().deleteOnExit();
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(ApiConfiguration.class)
  static class Wiring {
    /** Its own, or a context that ends takes the event loops of the others with it. */
    @Bean
    ReactorResourceFactory reactorResources() {
      ReactorResourceFactory resources = new ReactorResourceFactory();
      resources.setUseGlobalResources(false);
      return resources;
    }

    @Bean
    EngineClock clock() {
      return new EngineClock();
    }

    @Bean
    LedgerView ledger() {
      return LedgerQueriesTest::report;
    }

    @Bean
    ClockGuard guard(EngineClock clock) {
      return new ClockGuard(clock);
    }

    @Bean
    Supplier<Policies> policies() {
      Map<TeamCode, TeamPolicy> teams =
          Map.of(
              new TeamCode("RX"), team("RX", "prescription-api"),
              new TeamCode("HP"), team("HP", "health-api"));
      return () ->
          new Policies(
              policy,
              teams,
              Map.of(),
              new CatchAll(new TeamCode("ALL"), "everybody", Map.of(), List.of()),
              new Installation(Installation.PAGERDUTY_LIMIT));
    }

    private static TeamPolicy team(String code, String service) {
      return new TeamPolicy(
          new TeamCode(code),
          code,
          code,
          BusinessHours.of(
              ZoneOffset.UTC, Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(17, 0)),
          Map.of(),
          Map.of(service, CatalogService.named(service, service, true)),
          Map.of(),
          SeverityPolicy.NONE,
          List.of(),
          new TeamPolicy.Timing(Duration.ofMinutes(30), Duration.ofMinutes(5)),
          PublicPage.showing(List.of()),
          Playbook.PLAIN);
    }
  }
}
