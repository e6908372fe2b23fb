package io.tocsin.benchmarks.micro;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.severityclassifier.core.Classification;
import io.tocsin.severityclassifier.core.Classifier;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A team of 100 services with 100 rules each: what one alert costs, and what reading them costs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ManyRules {
  private static final int SERVICES = 100;
  private static final int RULES_EACH = 100;

  private final PolicyBundle bundle = bundle();
  private final Policies policies = load();
  private final Alert alert = alert(new Shipped().alert);

  public ManyRules() {
    String decided = classifyAmongTenThousandRules().alert().decidedBy().name();
    if (!decided.equals("integration-default")) {
      throw new IllegalStateException("not what is to be measured: " + decided);
    }
  }

  /** An alert that none of its service's rules decides, so all 100 of them are asked. */
  @Benchmark
  public Classification classifyAmongTenThousandRules() {
    return Classifier.classify(alert, 0, null, Shipped.NOW, policies);
  }

  /** Reading and checking all of them, cold for the most part, as a reload finds it. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  @Measurement(iterations = 3)
  public Policies loadTenThousandRules() {
    return load();
  }

  private Policies load() {
    try {
      return PolicyLoader.load(bundle);
    } catch (PolicyRejected e) {
      throw new IllegalStateException("the benchmark's own rules must load", e);
    }
  }

  private static PolicyBundle bundle() {
    try {
      Path home = Path.of(System.getProperty("tocsin.home", ""));
      Map<String, String> files =
          new HashMap<>(PolicyFiles.read(home.resolve("deploy/policies")).files());
      files.put("many/contacts.yaml", text(files, "contacts.yaml"));
      files.put(
          "many/policy.yaml",
          text(files, "policy.yaml")
              .replaceFirst("code: MS", "code: MANY")
              .replaceAll("(?m)^ *services: .*\\R", ""));
      files.put("many/services.yaml", "services:\n" + lines(SERVICES, ManyRules::service));
      files.put("many/severity.yaml", "rules:\n" + lines(SERVICES * RULES_EACH, ManyRules::rule));
      return new PolicyBundle(files);
    } catch (PolicyRejected e) {
      throw new IllegalStateException("the shipped policies must be readable", e);
    }
  }

  private static String text(Map<String, String> files, String name) {
    return files.getOrDefault("medical-supplies/" + name, "");
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
  }

  private static String service(int number) {
    return "  service-%d: {title: Service %d, public: false}\n".formatted(number, number);
  }

  private static String rule(int number) {
    return """
      - id: rule-%d
        services: [service-%d]
        if: title.matches("(?i)\\\\bqueue %d\\\\b.*\\\\bfull\\\\b") && "size" in labels
        level: P3
        because: Queue %d is full.
    """
        .formatted(number, number % SERVICES, number, number);
  }

  private static Alert alert(Alert of) {
    return new Alert(
        of.id(),
        of.key(),
        of.integration(),
        of.source(),
        of.signal(),
        of.said(),
        of.title(),
        of.description(),
        "service-42",
        of.environment(),
        of.level(),
        of.labels(),
        of.links(),
        of.occurredAt(),
        of.receivedAt(),
        of.timed());
  }
}
