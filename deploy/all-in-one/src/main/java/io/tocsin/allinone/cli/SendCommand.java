package io.tocsin.allinone.cli;

import io.tocsin.allinone.up.Ports;
import io.tocsin.allinone.up.Ports.Listener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin send SOURCE FILE}: a body as its sender would post it. */
@Command(
    name = "send",
    description = "Posts a file to alert-ingest as its sender would.",
    mixinStandardHelpOptions = true)
public final class SendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "SOURCE", description = "The wire format, e.g. datadog.")
  private String source = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "The body: JSON, or a form.")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The integration key (default demo-SOURCE).")
  private Optional<String> key = Optional.empty();

  @Option(names = "--port-offset", paramLabel = "N", description = "As given to `up`.")
  private int portOffset;

  @Override
  public Integer call() throws CommandRefused {
    byte[] body = read(file);
    URI uri =
        URI.create(
            "%s/webhooks/%s/%s"
                .formatted(
                    new Ports(portOffset).url(Listener.ALERT_INGEST),
                    source,
                    key.orElse("demo-" + source)));
    HttpRequest request =
        Http.request(uri)
            .header("Content-Type", contentType(body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    spec.commandLine().getOut().println(new Http().body(request));
    return 0;
  }

  private static byte[] read(Path file) throws CommandRefused {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CommandRefused(file + " cannot be read; give a file that holds the body", e);
    }
  }

  private static String contentType(byte[] body) {
    String start = new String(body, StandardCharsets.UTF_8).stripLeading();
    return start.startsWith("{") || start.startsWith("[")
        ? "application/json"
        : "application/x-www-form-urlencoded";
  }
}
