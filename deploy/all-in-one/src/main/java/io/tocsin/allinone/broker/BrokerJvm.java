package io.tocsin.allinone.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One life of the child: its process and what it said. */
final class BrokerJvm {
  private static final List<String> OPTIONS =
      List.of(
          "-Xms128m",
          "-Xmx384m",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "-Djava.awt.headless=true",
          "-Dlogback.configurationFile=broker-logback.xml");

  private final Process process;
  private final CompletableFuture<String> ready = new CompletableFuture<>();

  private BrokerJvm(Process process) {
    this.process = process;
  }

  static BrokerJvm start(BrokerSettings settings, Path logs) throws IOException {
    Files.createDirectories(logs);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.add("-Dtocsin.logs=" + logs.toAbsolutePath());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(EmbeddedBroker.class.getName());
    command.addAll(settings.arguments());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(
        ProcessBuilder.Redirect.appendTo(logs.resolve("kafka-errors.log").toFile()));
    BrokerJvm jvm = new BrokerJvm(builder.start());
    Thread listener = new Thread(jvm::listen, "broker-listener");
    listener.setDaemon(true);
    listener.start();
    return jvm;
  }

  private void listen() {
    String last = "it ended before it was ready";
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        last = line.startsWith(EmbeddedBroker.FAILED) ? line.substring(7) : line;
        if (line.startsWith(EmbeddedBroker.READY)) {
          ready.complete(line.substring(EmbeddedBroker.READY.length()));
        }
      }
    } catch (IOException e) {
      last = String.valueOf(e.getMessage());
    }
    ready.completeExceptionally(new IOException(last));
  }

  /** The cluster id it serves; fails with its last words when it ends before. */
  CompletableFuture<String> ready() {
    return ready;
  }

  Process process() {
    return process;
  }

  /** Says the word; the child ends orderly. */
  void askToStop() {
    try {
      process
          .getOutputStream()
          .write((EmbeddedBroker.STOP + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }
}
