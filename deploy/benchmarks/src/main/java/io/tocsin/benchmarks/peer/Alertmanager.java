package io.tocsin.benchmarks.peer;

import com.sun.net.httpserver.HttpServer;
import io.tocsin.benchmarks.house.Waiting;
import io.tocsin.benchmarks.load.HttpRequests;
import io.tocsin.benchmarks.load.Requests;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's Prometheus Alertmanager with a receiver that swallows. It answers when the alert is in
 * its memory, so it promises less than Tocsin's 202.
 */
public final class Alertmanager implements AutoCloseable {
  /** Where it listens. */
  public static final int PORT = 24_500;

  private static final int RECEIVER = 24_501;
  private static final Duration START = Duration.ofSeconds(30);
  private static final String PATH = "/api/v2/alerts";
  private static final String METRICS = "http://127.0.0.1:" + PORT + "/metrics";
  private static final String SETTINGS =
      """
      route:
        receiver: swallow
        group_by: [service, env]
        group_wait: 0s
        group_interval: 5m
        repeat_interval: 24h
      receivers:
        - name: swallow
          webhook_configs:
            - url: http://127.0.0.1:%d/
              send_resolved: false
      """;

  private final Process process;
  private final HttpServer receiver;

  private Alertmanager(Process process, HttpServer receiver) {
    this.process = process;
    this.receiver = receiver;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "stop-peer"));
  }

  /** Whether the machine has it. */
  public static boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "prometheus-alertmanager")));
  }

  /** Starts it with its data in {@code folder}. */
  public static Alertmanager start(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    HttpServer receiver = receiver();
    Path settings = folder.resolve("alertmanager.yml");
    Files.writeString(settings, SETTINGS.formatted(RECEIVER));
    Process process =
        new ProcessBuilder(
                "prometheus-alertmanager",
                "--config.file=" + settings,
                "--storage.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + PORT,
                "--cluster.listen-address=",
                "--log.level=error")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.log").toFile())
            .start();
    Alertmanager started = new Alertmanager(process, receiver);
    if (!Waiting.until(START, Alertmanager::isListening)) {
      started.close();
      throw new IOException("Alertmanager did not start; see " + folder.resolve("output.log"));
    }
    return started;
  }

  private static HttpServer receiver() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), RECEIVER), 0);
    server.setExecutor(Executors.newSingleThreadExecutor());
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static boolean isListening() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", PORT)) {
      return socket.isConnected();
    }
  }

  /**
   * The same content as the alerts that Tocsin gets: one a request, of some services in turn.
   *
   * @param known whether each service has one alert that is said again; else each alert is new
   */
  public static Requests requests(int services, String delivered, boolean known) {
    return number -> {
      String service = "svc-" + number % services;
      return request(service, known ? service : delivered + "-" + number, delivered, number);
    };
  }

  /** The same, each of a service of its own: a group of its own. */
  public static Requests ofOwnServices(String delivered) {
    return number -> {
      String service = "svc-" + delivered + "-" + number;
      return request(service, service, delivered, number);
    };
  }

  private static byte[] request(String service, String monitor, String delivered, long number) {
    return HttpRequests.post(
        PATH,
        """
        [{"labels":{"alertname":"monitor-%s","service":"%s","env":"production",\
        "region":"eu-west-1"},"annotations":{"id":"%s-%d","summary":"%s answers slowly",\
        "description":"The monitor has been above its threshold for five minutes. Look at the\
         dashboard first.","version":"4.17.2","host":"node-%d"},\
        "generatorURL":"https://app.datadoghq.example/monitors/%s"}]"""
            .formatted(monitor, service, delivered, number, service, number % 40, monitor));
  }

  /** Alerts that it says it got and found valid. */
  public static long taken() throws IOException {
    try (InputStream metrics = URI.create(METRICS).toURL().openStream()) {
      String text = new String(metrics.readAllBytes(), StandardCharsets.UTF_8);
      return sum(text, "alertmanager_alerts_received_total")
          - sum(text, "alertmanager_alerts_invalid_total");
    }
  }

  private static long sum(String text, String metric) {
    return text.lines()
        .filter(line -> line.startsWith(metric + "{"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    receiver.stop(0);
  }
}
