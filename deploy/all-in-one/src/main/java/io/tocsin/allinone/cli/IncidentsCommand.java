package io.tocsin.allinone.cli;

import io.tocsin.contracts.events.Incident;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin incidents [ID] [ACTION …]}: lists, shows, or does something. */
@Command(
    name = "incidents",
    description = "Lists incidents, shows one, or does something to it.",
    mixinStandardHelpOptions = true)
public final class IncidentsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private EngineAddress engine = new EngineAddress();

  @Parameters(
      arity = "0..*",
      paramLabel = "ID ACTION WORDS",
      description = {
        "RX-142; with it one of:",
        "acknowledge, handover TO, severity P1..P4 REASON,",
        "escalate REASON, false-alarm REASON, resolve REASON,",
        "update [STATUS] [FIELD=WORDS...], findings TEXT, phase PHASE,",
        "assessment QUESTION=ANSWER..., close \"ROOT CAUSE\" RESOLUTION,",
        "policy (follow the policy that is current now)",
        "FIELD: status, impact, actions-taken, next-steps, eta, audience"
      })
  private List<String> words = List.of();

  @Option(names = "--state", paramLabel = "STATE", description = "Only incidents in this state.")
  private String state = "";

  @Option(names = "--severity", paramLabel = "P1..P4", description = "Only this level.")
  private String severity = "";

  @Option(names = "--service", paramLabel = "NAME", description = "Only this service.")
  private String service = "";

  @Override
  public Integer call() throws CommandRefused {
    PrintWriter out = spec.commandLine().getOut();
    if (words.isEmpty()) {
      list(out);
    } else if (words.size() == 1) {
      show(out, engine.api().show(words.get(0)));
    } else {
      IncidentAction action = IncidentAction.parse(words.get(1));
      Map<String, Object> body = action.body(words.subList(2, words.size()));
      String path = "/" + EngineApi.encode(words.get(0)) + "/" + action.path();
      out.println(IncidentText.line(engine.api().command(path, body)));
    }
    out.flush();
    return 0;
  }

  static void show(PrintWriter out, EngineApi.Shown shown) throws CommandRefused {
    if (shown.incident() == null) {
      throw new CommandRefused("the engine answered without an incident");
    }
    out.print(IncidentText.page(shown.incident()));
    if (shown.isUnderEarlierPolicy()) {
      out.print(IncidentText.earlierPolicy(shown.incident()));
    }
    if (shown.timeline() != null) {
      shown.timeline().forEach(entry -> out.println(IncidentText.entry(entry)));
    }
    if (shown.deliveries() != null) {
      out.print(DeliveryText.section(shown.deliveries()));
    }
    if (shown.isCutShort()) {
      out.println("  not all of it could be read just now; ask again");
    }
  }

  private void list(PrintWriter out) throws CommandRefused {
    List<Incident> incidents =
        engine.api().list(Map.of("state", state, "severity", severity, "service", service));
    if (incidents.isEmpty()) {
      out.println("no incidents");
    }
    incidents.forEach(incident -> out.println(IncidentText.line(incident)));
  }
}
