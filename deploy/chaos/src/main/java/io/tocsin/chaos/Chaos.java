package io.tocsin.chaos;

import io.tocsin.chaos.edge.plan.Scenario;
import io.tocsin.chaos.edge.plan.Size;
import io.tocsin.chaos.edge.run.Campaign;
import io.tocsin.chaos.edge.system.Installation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Breaks a whole system on purpose, seed by seed, and judges what became of every alert. */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    description = "Plays seeds on a system of separate processes and judges each history.")
public final class Chaos implements Callable<Integer> {
  @Option(
      names = {"--seed", "--seeds"},
      description = "one seed or a range (1..200); each can be played again",
      defaultValue = "1")
  private String seeds = "1";

  @Option(names = "--alerts", description = "deliveries a seed", defaultValue = "5000")
  private int alerts;

  @Option(names = "--faults", description = "faults a seed, at least", defaultValue = "5")
  private int faults;

  @Option(names = "--plan", description = "only print what the seeds would do")
  private boolean planOnly;

  @Option(
      names = "--policies",
      description = "the policies, which are copied and shortened",
      defaultValue = "deploy/policies")
  private Path policies = Path.of("deploy/policies");

  @Option(
      names = "--output",
      description = "where data, histories and the summary go",
      defaultValue = "deploy/chaos/target/chaos")
  private Path output = Path.of("deploy/chaos/target/chaos");

  private Chaos() {}

  public static void main(String... arguments) {
    System.exit(new CommandLine(new Chaos()).execute(arguments));
  }

  /** 0 when every invariant held, 1 when one did not, 2 when the system did not come back. */
  @Override
  public Integer call() throws Exception {
    Size size = new Size(alerts, Size.FULL.load(), faults);
    long[] range = Campaign.range(seeds);
    if (planOnly) {
      for (long seed = range[0]; seed <= range[1]; seed++) {
        System.out.println("seed " + seed);
        Scenario.of(seed, size, Installation.hasClocks())
            .mishaps()
            .forEach(mishap -> System.out.println("  " + mishap));
      }
      return 0;
    }
    return new Campaign(policies, output, size).play(range[0], range[1], System.out::println);
  }
}
