package io.tocsin.allinone;

import io.tocsin.allinone.cli.CommandRefused;
import io.tocsin.allinone.cli.DeclareCommand;
import io.tocsin.allinone.cli.IncidentsCommand;
import io.tocsin.allinone.cli.LedgerCommand;
import io.tocsin.allinone.cli.PolicyCommand;
import io.tocsin.allinone.cli.SendCommand;
import io.tocsin.allinone.up.ServiceStart;
import io.tocsin.allinone.up.UpCommand;
import io.tocsin.contracts.policy.PolicyRejected;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code tocsin}. */
@Command(
    name = "tocsin",
    description = "Routes alerts and runs incidents.",
    mixinStandardHelpOptions = true,
    version = "tocsin 0.1.0",
    synopsisSubcommandLabel = "COMMAND")
public final class Tocsin {
  private static final int FAILED = 1;

  private Tocsin() {}

  public static void main(String... arguments) {
    System.exit(commandLine(Services::all).execute(arguments));
  }

  static CommandLine commandLine(Supplier<List<ServiceStart>> services) {
    return new CommandLine(new Tocsin())
        .addSubcommand(new UpCommand(services))
        .addSubcommand(new PolicyCommand())
        .addSubcommand(new SendCommand())
        .addSubcommand(new IncidentsCommand())
        .addSubcommand(new DeclareCommand())
        .addSubcommand(new LedgerCommand())
        .setExecutionExceptionHandler((thrown, command, parsed) -> explain(thrown, command));
  }

  private static int explain(Exception thrown, CommandLine command) throws Exception {
    PrintWriter err = command.getErr();
    if (thrown instanceof PolicyRejected rejected) {
      rejected.problems().forEach(err::println);
      err.println("tocsin: the policy is not in order; nothing was started");
      return StartRefused.WRONG_INPUT;
    }
    if (thrown instanceof StartRefused refused) {
      err.println("tocsin: " + refused.getMessage());
      return refused.exitCode();
    }
    if (thrown instanceof CommandRefused refused) {
      err.println("tocsin: " + refused.getMessage());
      return FAILED;
    }
    throw thrown;
  }
}
