package io.tocsin.statuspage;

import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a port of its own, asked as anybody would ask it. */
final class RunningPage implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;

  /** By policies made by hand. */
  RunningPage(String bootstrapServers, Path data) {
    context =
        StatusPageApplication.start(
            settings(bootstrapServers, data), LivePolicies.unchanging(Given.policies()));
  }

  private RunningPage(Map<String, Object> settings) {
    context = StatusPageApplication.start(settings);
  }

  /** By the policy root {@code policies}, as it is now and as it will be. */
  static RunningPage readingPolicies(String bootstrapServers, Path data, Path policies) {
    Map<String, Object> settings = settings(bootstrapServers, data);
    settings.put("tocsin.policies", policies);
    return new RunningPage(settings);
  }

  private static Map<String, Object> settings(String bootstrapServers, Path data) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", 0);
    settings.put("tocsin.kafka.bootstrap-servers", bootstrapServers);
    settings.put("tocsin.kafka.replication-factor", 1);
    settings.put("tocsin.data-directory", data);
    return settings;
  }

  String get(String path) {
    HttpResponse<String> response = answer(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answered " + response.statusCode());
    }
    return response.body();
  }

  private HttpResponse<String> answer(String path) {
    return answer("GET", path);
  }

  /** Whatever it answers. */
  HttpResponse<String> answer(String method, String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
              .timeout(PATIENCE)
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
