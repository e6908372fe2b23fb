package io.tocsin.allinone.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tocsin ledger}: whether every accepted alert has come to an end. */
@Command(
    name = "ledger",
    description = "Says what became of every accepted alert; exit 1 when one is unaccounted for.",
    mixinStandardHelpOptions = true)
public final class LedgerCommand implements Callable<Integer> {
  private static final int UNACCOUNTED = 1;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private EngineAddress engine = new EngineAddress();

  @Override
  public Integer call() throws CommandRefused {
    PrintWriter out = spec.commandLine().getOut();
    EngineApi.LedgerPage page = engine.api().ledger();
    print(page, out);
    out.flush();
    return page.unaccounted() != null && page.unaccounted() > 0 ? UNACCOUNTED : 0;
  }

  static void print(EngineApi.LedgerPage page, PrintWriter out) {
    out.printf("accepted %d, waiting %d, %s%n", page.accepted(), page.waiting(), unaccounted(page));
    if (page.disposed() != null) {
      out.println(
          page.disposed().entrySet().stream()
              .map(end -> end.getKey().toLowerCase(Locale.ROOT) + " " + end.getValue())
              .collect(Collectors.joining(", ", "disposed: ", "")));
    }
    if (page.canaries() != null) {
      out.printf(
          "canaries: accepted %d, ended %d%n", page.canaries().accepted(), page.canaries().ended());
    }
    if (page.alerts() != null) {
      page.alerts()
          .forEach(
              lost ->
                  out.printf(
                      "  %s  %s  accepted %s, %d s ago%n",
                      lost.id(), lost.key(), lost.acceptedAt(), lost.ageSeconds()));
    }
  }

  private static String unaccounted(EngineApi.LedgerPage page) {
    return page.unaccounted() == null
        ? "unaccounted not known yet: %d records are still to be read".formatted(page.lag())
        : "unaccounted %d, as of %s".formatted(page.unaccounted(), page.asOf());
  }
}
