package io.tocsin.allinone.cli;

import io.tocsin.allinone.cases.explain.Outlook;
import io.tocsin.allinone.cases.explain.OutlookJson;
import io.tocsin.allinone.cases.explain.OutlookText;
import io.tocsin.allinone.cases.file.AlertFile;
import io.tocsin.allinone.cases.file.TeamTime;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.policy.yaml.Durations;
import io.tocsin.severityclassifier.core.Destination;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tocsin policy explain --alert FILE}: what would come of it. */
@Command(
    name = "explain",
    description = "Says how an alert is judged and why, and who is told when if nobody answers.",
    mixinStandardHelpOptions = true)
public final class PolicyExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PolicyRoot root = new PolicyRoot();

  @Option(
      names = "--alert",
      required = true,
      paramLabel = "FILE",
      description = "A webhook's body as its tool sends it, or an alert of a case (.yaml).")
  private Path file = Path.of("");

  @Option(names = "--source", paramLabel = "NAME", description = "The format (default: by shape).")
  private Optional<String> source = Optional.empty();

  @Option(names = "--integration", paramLabel = "NAME", description = "Who sends it.")
  private Optional<String> integration = Optional.empty();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "2026-11-24T03:00 of the team's zone, or with an offset (default: now).")
  private Optional<String> at = Optional.empty();

  @Option(
      names = "--for",
      paramLabel = "SPAN",
      description = "How long, as in 4h (default: until the ladder has ended once).")
  private Optional<String> span = Optional.empty();

  @Option(
      names = "--installed",
      split = ",",
      paramLabel = "CHANNEL",
      description = "The channels that have a sender (default: all).")
  private List<String> installed = List.of();

  @Option(names = "--json", description = "Prints everything as JSON.")
  private boolean json;

  @Override
  public Integer call() throws CommandRefused {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Policies policies = root.policies();
      Outlook outlook = outlook(policies, read());
      out.print(
          json
              ? Json.pretty(OutlookJson.of(outlook, policies)) + "\n"
              : OutlookText.of(outlook, policies));
      out.flush();
      return 0;
    } catch (PolicyRejected e) {
      PrintWriter err = spec.commandLine().getErr();
      e.problems().forEach(err::println);
      return PolicyRoot.UNREADABLE;
    }
  }

  private Outlook outlook(Policies policies, byte[] body) throws CommandRefused, PolicyRejected {
    AlertFile alerts = new AlertFile(String.valueOf(file.getFileName()), body, policies);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<Alert> provisional = alerts.read(now, source, integration);
    if (provisional.isEmpty()) {
      throw new CommandRefused(file + " holds no alert");
    }
    TeamCode team = Destination.of(provisional.get(0), policies).team();
    Instant start = start(new TeamTime(Outlook.zone(policies, team)), now);
    Map<String, String> environment = System.getenv();
    return Outlook.of(
        alerts.read(start, source, integration),
        start,
        span(),
        installed(),
        policies,
        name -> !environment.getOrDefault(name, "").isBlank());
  }

  private Instant start(TeamTime time, Instant now) throws CommandRefused {
    if (at.isEmpty()) {
      return now;
    }
    return time.date(at.get())
        .orElseThrow(
            () ->
                new CommandRefused(
                    "--at %s is no time; %s"
                        .formatted(at.get(), time.remedy(at.get(), "as in 2026-11-24T03:00"))));
  }

  private Optional<Duration> span() throws CommandRefused {
    try {
      return span.map(Durations::parse);
    } catch (IllegalArgumentException e) {
      throw new CommandRefused("--for %s is no span; write it like 4h".formatted(span.get()), e);
    }
  }

  private Set<Channel> installed() throws CommandRefused {
    try {
      EnumSet<Channel> channels = EnumSet.noneOf(Channel.class);
      installed.forEach(name -> channels.add(Channel.parse(name)));
      return installed.isEmpty() ? EnumSet.allOf(Channel.class) : channels;
    } catch (IllegalArgumentException e) {
      throw new CommandRefused("--installed: " + e.getMessage(), e);
    }
  }

  private byte[] read() throws CommandRefused {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CommandRefused(file + " cannot be read; give a file that holds an alert", e);
    }
  }
}
