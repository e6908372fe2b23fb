package io.tocsin.allinone.cli;

import io.tocsin.allinone.Defaults;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

  /** {@code tocsin policy check}: every problem at once, or what was found in order. */
  @Command(
      name = "check",
      description = "Prints every problem of a policy root; exit 1 if there is one.",
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    private static final int WRONG = 1;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--policies",
        paramLabel = "DIR",
        description = "The policy root (TOCSIN_POLICIES, else the shipped one).")
    private Path root = Defaults.policies();

    @Override
    public Integer call() {
      try {
        Policies policies = PolicyLoader.load(PolicyFiles.read(root));
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d teams, hash %s%n", policies.teams().size(), policies.hash());
        return 0;
      } catch (PolicyRejected e) {
        PrintWriter err = spec.commandLine().getErr();
        e.problems().forEach(err::println);
        return WRONG;
      }
    }
  }
}
