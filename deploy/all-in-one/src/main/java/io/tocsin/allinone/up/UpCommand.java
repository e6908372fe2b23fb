package io.tocsin.allinone.up;

import io.tocsin.allinone.Defaults;
import io.tocsin.allinone.StartRefused;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.policy.CheckedPolicy;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tocsin up}. */
@Command(
    name = "up",
    description = "Starts everything and runs until Ctrl-C.",
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
  private final Supplier<List<ServiceStart>> services;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept (TOCSIN_DATA, else ./tocsin-data).")
  private Path data = Defaults.data();

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      description = "Is added to each port (default 0).")
  private int portOffset;

  @Option(
      names = "--policies",
      paramLabel = "DIR",
      description = "The policy root (TOCSIN_POLICIES, else the shipped one).")
  private Path policyRoot = Defaults.policies();

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "Another Kafka in place of the embedded one.")
  private Optional<String> kafka = Optional.empty();

  @Option(
      names = "--sandbox-for",
      paramLabel = "NAME",
      description = "A provider played by the sandbox beside real ones; may be repeated.")
  private Set<String> sandboxFor = new LinkedHashSet<>();

  /**
   * @param services what to start; asked only when everything before is well
   */
  public UpCommand(Supplier<List<ServiceStart>> services) {
    this.services = services;
  }

  @Override
  public Integer call() throws StartRefused, PolicyRejected {
    OneProcess.prepare(data.resolve("logs"));
    Plan plan = plan();
    House house = new House();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  house.close();
                  stopped.countDown();
                },
                "stop-all"));
    System.err.println("tocsin: starting, a moment …");
    String token = house.start(plan);
    System.out.println(new Greeting(plan, token).text());
    awaitSignal(stopped);
    return 0;
  }

  private Plan plan() throws StartRefused, PolicyRejected {
    // Nothing that logs comes before it: a start that is refused makes no file.
    CheckedPolicy checked = CheckedPolicy.of(PolicyFiles.read(policyRoot));
    List<Providers.Provider> installed = InstalledProviders.of(checked.policies());
    for (String name : sandboxFor) {
      if (installed.stream().noneMatch(provider -> provider.name().equals(name))) {
        throw StartRefused.wrongInput(
            "--sandbox-for %s: no such provider; there is %s"
                .formatted(
                    name,
                    String.join(", ", installed.stream().map(Providers.Provider::name).toList())));
      }
    }
    return new Plan(
        data,
        new Ports(portOffset),
        policyRoot,
        LivePolicies.of(policyRoot, checked, new EngineClock()),
        Providers.decide(installed, System.getenv(), sandboxFor),
        kafka,
        services.get());
  }

  private static void awaitSignal(CountDownLatch stopped) {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
