package io.tocsin.allinone.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin declare TITLE …}: an engineer has seen it before any monitor (RUN-03.3). */
@Command(
    name = "declare",
    description = "Opens an incident that a person has noticed.",
    mixinStandardHelpOptions = true)
public final class DeclareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private EngineAddress engine = new EngineAddress();

  @Parameters(paramLabel = "TITLE", description = "What is wrong, in one line.")
  private String title = "";

  @Option(names = "--service", paramLabel = "NAME", description = "The catalog's name.")
  private String service = "";

  @Option(names = "--environment", paramLabel = "NAME", description = "Default production.")
  private String environment = "";

  @Option(names = "--severity", required = true, paramLabel = "P1..P4", description = "Its level.")
  private String severity = "";

  @Option(names = "--team", paramLabel = "CODE", description = "Needed when no service is named.")
  private String team = "";

  @Override
  public Integer call() throws CommandRefused {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("title", title);
    body.put("severity", severity);
    body.put("service", service);
    body.put("environment", environment);
    body.put("team", team);
    body.values().removeIf(String::isEmpty);
    spec.commandLine().getOut().println(IncidentText.line(engine.api().command("", body)));
    return 0;
  }
}
