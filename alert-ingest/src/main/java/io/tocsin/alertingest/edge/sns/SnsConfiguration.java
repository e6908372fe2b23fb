package io.tocsin.alertingest.edge.sns;

import io.netty.channel.ChannelOption;
import io.tocsin.alertingest.core.PayloadReader;
import io.tocsin.alertingest.edge.http.Door;
import io.tocsin.contracts.runtime.EngineClock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** How SNS is met: what proves its messages, and how it is answered. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SnsSettings.class)
public class SnsConfiguration {
  // SNS gives up on us after 15 seconds
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final int LARGEST_ANSWER = 64 * 1024;
  private static final int MOST_AT_ONCE = 4;
  private static final int MOST_WAITING = 64;
  private static final Duration FETCHED_KEPT = Duration.ofHours(24);
  private static final Duration READ_KEPT = Duration.ofSeconds(30);

  @Bean
  @ConditionalOnMissingBean
  Certificates snsCertificates(SnsSettings settings) {
    return settings.certificates() == null
        ? new KeptCertificates(new FetchedCertificates(client(http())), FETCHED_KEPT)
        : new KeptCertificates(new CertificateFolder(settings.certificates()), READ_KEPT);
  }

  @Bean
  @ConditionalOnMissingBean
  Subscriptions snsSubscriptions() {
    return new Subscriptions(client(http()));
  }

  @Bean
  Door snsDoor(
      PayloadReader reader,
      Certificates certificates,
      Subscriptions subscriptions,
      SnsSettings settings,
      EngineClock clock) {
    return new SnsDoor(reader, certificates, subscriptions, settings.window(), clock);
  }

  /** Follows no redirect; goes by the proxy that the JVM is told of, when it is told of one. */
  static HttpClient http() {
    return HttpClient.create(
            ConnectionProvider.builder("sns")
                .maxConnections(MOST_AT_ONCE)
                .pendingAcquireMaxCount(MOST_WAITING)
                .pendingAcquireTimeout(PATIENCE)
                .maxIdleTime(Duration.ofSeconds(30))
                .build())
        .followRedirect(false)
        .proxyWithSystemProperties()
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PATIENCE.toMillis())
        .responseTimeout(PATIENCE);
  }

  static WebClient client(HttpClient http) {
    return WebClient.builder()
        .clientConnector(new ReactorClientHttpConnector(http))
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
        .build();
  }
}
