package io.tocsin.allinone.cli;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.coverage.Coverage;
import io.tocsin.allinone.cases.coverage.Coverage.Standing;
import io.tocsin.contracts.policy.PolicyRejected;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tocsin policy coverage}: which requirements cases show. */
@Command(
    name = "coverage",
    description = {
      "Says which requirements have cases, which wait, and which have none and why.",
      "Exit 0: each has a case or a reason; 1: one has neither; 2: they cannot be read."
    },
    mixinStandardHelpOptions = true)
public final class PolicyCoverageCommand implements Callable<Integer> {
  private static final int MISSING = 1;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PolicyRoot root = new PolicyRoot();

  @Option(names = "--json", description = "Prints everything as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Coverage coverage;
    try {
      PolicyRoot.Read read = root.read();
      coverage = Coverage.of(read.requirements(), read.cases());
    } catch (PolicyRejected e) {
      PrintWriter err = spec.commandLine().getErr();
      e.problems().forEach(err::println);
      return PolicyRoot.UNREADABLE;
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          Json.pretty(coverage.rows().stream().map(PolicyCoverageCommand::asJson).toList()));
    } else {
      coverage.rows().forEach(row -> print(row, out));
      out.println(summary(coverage));
    }
    out.flush();
    return coverage.count(Standing.MISSING) > 0 ? MISSING : 0;
  }

  private static void print(Coverage.Row row, PrintWriter out) {
    int cases = row.cases().size() + row.pending().size();
    out.printf(
        "%-8s %-32s %s%s%n",
        word(row.standing()),
        row.requirement().id(),
        row.requirement().says(),
        cases == 0 ? "" : " (" + counted(row) + ")");
    row.reasons().forEach(reason -> out.printf("%-8s %-32s - %s%n", "", "", reason));
  }

  private static String counted(Coverage.Row row) {
    String pending = row.pending().isEmpty() ? "" : row.pending().size() + " pending";
    String must = row.cases().isEmpty() ? "" : String.valueOf(row.cases().size());
    return must.isEmpty() || pending.isEmpty() ? must + pending : must + " and " + pending;
  }

  private static String summary(Coverage coverage) {
    return "%d requirements: %d shown by cases, %d pending, %d that no case can show, %d without one"
        .formatted(
            coverage.rows().size(),
            coverage.count(Standing.SHOWN),
            coverage.count(Standing.PENDING),
            coverage.count(Standing.NO_CASE),
            coverage.count(Standing.MISSING));
  }

  private static String word(Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, @Nullable Object> asJson(Coverage.Row row) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", row.requirement().id());
    json.put("says", row.requirement().says());
    json.put("standing", word(row.standing()));
    json.put("cases", places(row.cases()));
    json.put("pending", places(row.pending()));
    json.put("reasons", row.reasons());
    return json;
  }

  private static List<String> places(List<Case> cases) {
    return cases.stream().map(it -> it.place().toString()).toList();
  }
}
