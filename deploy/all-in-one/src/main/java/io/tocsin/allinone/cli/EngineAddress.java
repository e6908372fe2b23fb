package io.tocsin.allinone.cli;

import io.tocsin.allinone.Defaults;
import io.tocsin.allinone.up.OperatorTokens;
import io.tocsin.allinone.up.Ports;
import io.tocsin.allinone.up.Ports.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the engine is and with whose token it is asked: options of every command to it. */
final class EngineAddress {
  @Option(names = "--port-offset", paramLabel = "N", description = "As given to `up`.")
  private int portOffset;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where `up` keeps the operator's token; TOCSIN_TOKEN goes before it.")
  private Path data = Defaults.data();

  EngineApi api() throws CommandRefused {
    return new EngineApi(new Ports(portOffset).url(Listener.ESCALATION_ENGINE), token());
  }

  private String token() throws CommandRefused {
    String own = System.getenv().getOrDefault("TOCSIN_TOKEN", "");
    if (!own.isBlank()) {
      return own;
    }
    Path file = data.resolve(OperatorTokens.CLEAR);
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CommandRefused(
          "no token in TOCSIN_TOKEN and none in %s; set the one or give --data as to `up`"
              .formatted(file.toAbsolutePath()),
          e);
    }
  }
}
