package io.tocsin.chaos;

import io.tocsin.chaos.edge.crash.CrashSeries;
import io.tocsin.chaos.edge.crash.Moment;
import io.tocsin.contracts.events.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills the notifier at named points of a send and counts what its receivers have. */
@Command(
    name = "crashes",
    mixinStandardHelpOptions = true,
    description = "Kills the notifier with sends in flight and counts what was lost and doubled.")
public final class Crashes implements Callable<Integer> {
  @Option(
      names = "--channels",
      split = ",",
      description = "whose sends are in flight (pagerduty,slack,github,email,phone,datadog)")
  private List<String> channels = CrashSeries.CHANNELS.stream().map(Channel::wireName).toList();

  @Option(
      names = "--steps",
      split = ",",
      description = "where it dies (after-reserve,after-send,before-record)")
  private List<String> steps = List.of("after-reserve", "after-send", "before-record");

  @Option(names = "--rounds", description = "deaths at each step", defaultValue = "10")
  private int rounds;

  @Option(names = "--sends", description = "in flight for each channel", defaultValue = "50")
  private int sends;

  @Option(
      names = "--policies",
      description = "the policies, which are copied",
      defaultValue = "deploy/policies")
  private Path policies = Path.of("deploy/policies");

  @Option(
      names = "--output",
      description = "where data and account go",
      defaultValue = "deploy/chaos/target/crashes")
  private Path output = Path.of("deploy/chaos/target/crashes");

  private Crashes() {}

  public static void main(String... arguments) {
    System.exit(new CommandLine(new Crashes()).execute(arguments));
  }

  /** 0 when nothing was lost or doubled that must not be, 1 when something was. */
  @Override
  public Integer call() throws Exception {
    Path folder = output.resolve("run-" + ProcessHandle.current().pid());
    CrashSeries series = new CrashSeries(policies, folder, sends, rounds);
    boolean holds =
        series.play(
            channels.stream().map(name -> Channel.valueOf(name.toUpperCase(Locale.ROOT))).toList(),
            steps.stream().map(Moment::of).toList(),
            System.out::println);
    System.out.println(series.markdown());
    System.out.println("in " + folder);
    return holds ? 0 : 1;
  }
}
