package io.tocsin.allinone.cli;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.Inspection;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.policy.yaml.Problem;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** {@code tocsin policy …}. */
@Command(
    name = "policy",
    description = "Checks, explains and tests what the operator tells Tocsin.",
    mixinStandardHelpOptions = true,
    subcommands = {
      PolicyCommand.Check.class,
      PolicyExplainCommand.class,
      PolicyTestCommand.class,
      PolicyCoverageCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class PolicyCommand {

  private static final ObjectWriter JSON =
      JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

  /**
   * {@code tocsin policy check}: every problem at once, those of the coming 90 days and of the
   * cases included. What may not be meant is noted and is no problem.
   */
  @Command(
      name = "check",
      description = "Prints every problem of a policy root; exit 1 if there is one.",
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    private static final int WRONG = 1;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private PolicyRoot root = new PolicyRoot();

    @Option(names = "--json", description = "Print JSON in place of lines.")
    private boolean json;

    @Override
    public Integer call() {
      List<Problem> problems;
      List<Problem> notes = List.of();
      String hash = null;
      try {
        PolicyBundle bundle = root.bundle();
        hash = bundle.hash();
        Inspection inspection = PolicyLoader.inspect(bundle, Instant.now());
        problems = new ArrayList<>(inspection.problems());
        notes = inspection.notes();
        if (inspection.policies().isPresent()) {
          problems.addAll(PolicyRoot.problemsOfCases(bundle, inspection.policies().get()));
        }
      } catch (PolicyRejected e) {
        problems = e.problems();
      }
      if (json) {
        spec.commandLine().getOut().println(asJson(hash, problems, notes));
      } else {
        print(hash, problems, notes);
      }
      return problems.isEmpty() ? 0 : WRONG;
    }

    private void print(@Nullable String hash, List<Problem> problems, List<Problem> notes) {
      PrintWriter err = spec.commandLine().getErr();
      problems.forEach(err::println);
      notes.forEach(note -> err.println("note: " + note));
      if (problems.isEmpty()) {
        spec.commandLine().getOut().println("in order, hash " + hash);
      }
    }

    private static String asJson(
        @Nullable String hash, List<Problem> problems, List<Problem> notes) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("hash", hash);
      answer.put("problems", problems);
      answer.put("notes", notes);
      return JSON.writeValueAsString(answer);
    }
  }
}
