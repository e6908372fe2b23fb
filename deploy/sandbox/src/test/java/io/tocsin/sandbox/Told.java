package io.tocsin.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tocsin, as far as the sandbox knows it: what it is told, and what it answers. */
public final class Told implements AutoCloseable {
  private final HttpServer server;
  private final List<Callback> callbacks = new CopyOnWriteArrayList<>();
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();

  /**
   * A callback.
   *
   * @param proof the header that proves it
   */
  public record Callback(String address, String proof, String body) {}

  private record Reply(int status, String body) {}

  public Told() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/callbacks",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String proof =
              List.of(
                      "X-PagerDuty-Signature",
                      "X-Hub-Signature-256",
                      "X-Slack-Signature",
                      "X-Twilio-Signature")
                  .stream()
                  .map(name -> exchange.getRequestHeaders().getFirst(name))
                  .filter(value -> value != null)
                  .findFirst()
                  .orElse("");
          callbacks.add(new Callback(exchange.getRequestURI().toString(), proof, body));
          Reply reply =
              replies.getOrDefault(exchange.getRequestURI().getPath(), new Reply(200, ""));
          byte[] answer = reply.body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(reply.status, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The settings by which a sandbox tells it. */
  public Map<String, Object> settings() {
    return Map.of("tocsin.sandbox.callbacks.url", url());
  }

  public void answers(String path, int status, String body) {
    replies.put(path, new Reply(status, body));
  }

  public List<Callback> callbacks() {
    return callbacks;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
