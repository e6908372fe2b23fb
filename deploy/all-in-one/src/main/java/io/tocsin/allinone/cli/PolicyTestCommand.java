package io.tocsin.allinone.cli;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.simulation.Simulation;
import io.tocsin.allinone.cases.verdict.Judge;
import io.tocsin.allinone.cases.verdict.TimelineText;
import io.tocsin.allinone.cases.verdict.Verdict;
import io.tocsin.allinone.cases.verdict.VerdictJson;
import io.tocsin.contracts.policy.PolicyRejected;
import java.io.PrintWriter;
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

/** {@code tocsin policy test}: plays every case on virtual time. */
@Command(
    name = "test",
    description = {
      "Plays the cases that stand beside a policy, on virtual time.",
      "Exit 0: all are as they say; 1: one is not; 2: they cannot be read."
    },
    mixinStandardHelpOptions = true)
public final class PolicyTestCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PolicyRoot root = new PolicyRoot();

  @Option(
      names = "--only",
      paramLabel = "WORD",
      description = "Cases whose name, file or a requirement of theirs holds this.")
  private String only = "";

  @Option(names = "--timeline", description = "Prints the timeline of every case.")
  private boolean everyTimeline;

  @Option(names = "--json", description = "Prints everything as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    long begun = System.nanoTime();
    PolicyRoot.Read read;
    try {
      read = root.read();
    } catch (PolicyRejected e) {
      e.problems().forEach(err::println);
      return PolicyRoot.UNREADABLE;
    }
    List<Case> cases = read.cases().stream().filter(this::isMeant).toList();
    if (cases.isEmpty()) {
      err.println(
          only.isEmpty()
              ? "tocsin: there are no cases; write some into a team's folder, cases/NAME.yaml"
              : "tocsin: no case has '" + only + "' in name, file or requirements");
      return PolicyRoot.UNREADABLE;
    }
    long readAt = System.nanoTime();
    List<Verdict> verdicts =
        cases.parallelStream()
            .map(played -> Judge.judge(played, Simulation.play(played, read.policies())))
            .toList();
    Took took = new Took(millis(begun, readAt), millis(readAt, System.nanoTime()));
    print(verdicts, took);
    return verdicts.stream().anyMatch(Verdict::isWrong) ? FAILED : 0;
  }

  private boolean isMeant(Case one) {
    return one.name().contains(only)
        || one.place().file().contains(only)
        || one.shows().stream().anyMatch(id -> id.contains(only));
  }

  private void print(List<Verdict> verdicts, Took took) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(asJson(verdicts, took)));
    } else {
      verdicts.stream()
          .filter(verdict -> everyTimeline || verdict.isWrong())
          .forEach(verdict -> out.println(TimelineText.of(verdict)));
      out.println(summary(verdicts, took));
    }
    out.flush();
  }

  private static String summary(List<Verdict> verdicts, Took took) {
    return "%d %s: %d passed, %d failed, %d pending; read in %.2f s, played in %.2f s"
        .formatted(
            verdicts.size(),
            verdicts.size() == 1 ? "case" : "cases",
            count(verdicts, Verdict.Outcome.PASSED),
            verdicts.stream().filter(Verdict::isWrong).count(),
            count(verdicts, Verdict.Outcome.PENDING),
            took.reading() / 1000.0,
            took.playing() / 1000.0);
  }

  private static Map<String, @Nullable Object> asJson(List<Verdict> verdicts, Took took) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("cases", verdicts.size());
    all.put("passed", count(verdicts, Verdict.Outcome.PASSED));
    all.put("failed", verdicts.stream().filter(Verdict::isWrong).count());
    all.put("pending", count(verdicts, Verdict.Outcome.PENDING));
    all.put("readMillis", took.reading());
    all.put("playedMillis", took.playing());
    all.put("verdicts", verdicts.stream().map(VerdictJson::of).toList());
    return all;
  }

  private static long count(List<Verdict> verdicts, Verdict.Outcome outcome) {
    return verdicts.stream().filter(it -> it.outcome() == outcome).count();
  }

  private static long millis(long from, long to) {
    return (to - from) / 1_000_000;
  }

  /** In milliseconds. */
  private record Took(long reading, long playing) {}
}
