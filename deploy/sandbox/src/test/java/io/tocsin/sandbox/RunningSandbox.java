package io.tocsin.sandbox;

import io.tocsin.sandbox.edge.smtp.MailServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A sandbox on a free port that tells what people do, and what programs do if it is asked to. */
public final class RunningSandbox implements AutoCloseable {

  public static final String ENQUEUE = "/pagerduty/v2/enqueue";
  public static final String OF_PROGRAMS = "tocsin.sandbox.callbacks.of-programs";
  public static final String KEY = "0123456789abcdef0123456789abRX01";

  private final ConfigurableApplicationContext context;

  public RunningSandbox(Path directory, Map<String, Object> settings) {
    Map<String, Object> properties = new HashMap<>(settings);
    properties.putIfAbsent(OF_PROGRAMS, false);
    properties.put("server.port", 0);
    properties.put("tocsin.sandbox.smtp-port", 0);
    properties.put("tocsin.sandbox.data-directory", directory);
    this.context = SandboxApplication.start(properties);
  }

  public String url() {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    return "http://127.0.0.1:" + port;
  }

  /** Where mail is taken. */
  public int smtpPort() {
    return context.getBean(MailServer.class).port();
  }

  public WebTestClient client() {
    return WebTestClient.bindToServer()
        .baseUrl(url())
        .responseTimeout(Duration.ofSeconds(30))
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
        .filter(RunningSandbox::readWhole)
        .build();
  }

  /** A test that looks at the status only would otherwise leave the body to leak. */
  private static Mono<ClientResponse> readWhole(ClientRequest request, ExchangeFunction next) {
    return next.exchange(request)
        .flatMap(
            response ->
                response
                    .bodyToMono(byte[].class)
                    .defaultIfEmpty(new byte[0])
                    .map(DefaultDataBufferFactory.sharedInstance::wrap)
                    .map(body -> response.mutate().body(ignored -> Flux.just(body)).build()));
  }

  /** Sends an event of that action to PagerDuty and gives back what it answers. */
  public WebTestClient.ResponseSpec page(String action, String dedupKey) {
    return client().post().uri(ENQUEUE).bodyValue(event(action, dedupKey)).exchange();
  }

  public void fault(String order) {
    client().post().uri("/faults").bodyValue(order).exchange().expectStatus().isCreated();
  }

  public static String event(String action, String dedupKey) {
    return """
        {"routing_key":"%s","event_action":"%s","dedup_key":"%s","payload":{
         "summary":"prescription-api: error rate 31 %%","source":"prescription-api",
         "severity":"critical","custom_details":{"impact":"not yet known"}}}
        """
        .formatted(KEY, action, dedupKey);
  }

  @Override
  public void close() {
    context.close();
  }
}
