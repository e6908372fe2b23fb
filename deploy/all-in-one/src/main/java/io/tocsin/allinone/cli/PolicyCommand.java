package io.tocsin.allinone.cli;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.policy.yaml.Problem;
import java.time.Instant;
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

  /** {@code tocsin policy check}: every problem at once, those of the coming 90 days included. */
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
      String hash = null;
      try {
        PolicyBundle bundle = root.bundle();
        hash = bundle.hash();
        problems = PolicyLoader.check(bundle, Instant.now());
      } catch (PolicyRejected e) {
        problems = e.problems();
      }
      if (json) {
        spec.commandLine().getOut().println(asJson(hash, problems));
      } else if (problems.isEmpty()) {
        spec.commandLine().getOut().println("in order, hash " + hash);
      } else {
        problems.forEach(spec.commandLine().getErr()::println);
      }
      return problems.isEmpty() ? 0 : WRONG;
    }

    private static String asJson(@Nullable String hash, List<Problem> problems) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("hash", hash);
      answer.put("problems", problems);
      return JSON.writeValueAsString(answer);
    }
  }
}
