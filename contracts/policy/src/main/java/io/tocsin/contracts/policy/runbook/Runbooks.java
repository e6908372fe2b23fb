package io.tocsin.contracts.policy.runbook;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Given;
import io.tocsin.contracts.policy.yaml.Nearest;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code runbooks.yaml}: what a team knows to go wrong, and what helps.
 *
 * @param gather the steps that every incident offers first (RUN-05.1)
 * @param verify what shows that a mitigation helped (RUN-06.2, RUN-06.3)
 * @param runbooks recognised by their symptoms, by id (RUN-05.2, RUN-12)
 * @param mitigations by kind (RUN-06.1b)
 */
@Says("what is known to go wrong, and what helps")
public record Runbooks(
    @Says("steps that every incident offers first") List<Step> gather,
    @Says("steps that are offered after a mitigation and through the watch") List<Step> verify,
    @Says("what is known to go wrong, by id") Map<String, Runbook> runbooks,
    @Says("steps that soften, by kind") Map<String, List<Step>> mitigations) {
  /** A team that wrote none. */
  public static final Runbooks NONE = new Runbooks(List.of(), List.of(), Map.of(), Map.of());

  /**
   * What is wrong with them.
   *
   * @param services the team's catalog
   * @param names what its services give to fill in steps
   */
  public List<Flaw> flaws(Given services, Given names) {
    List<Flaw> flaws = new ArrayList<>();
    steps()
        .forEach(
            step -> {
              flaws.addAll(unknown(step, "step", step.step(), names));
              flaws.addAll(unknown(step, "run", step.run(), names));
            });
    for (Runbook runbook : runbooks.values()) {
      for (int i = 0; i < runbook.symptoms().size(); i++) {
        try {
          Pattern.compile(runbook.symptoms().get(i));
        } catch (PatternSyntaxException e) {
          flaws.add(
              new Flaw(runbook, "symptoms/" + i, "is no pattern: " + e.getMessage(), "mend it"));
        }
      }
      for (String service : runbook.services()) {
        if (!services.mayHave(service)) {
          flaws.add(
              new Flaw(
                  runbook,
                  "services/" + service,
                  "the catalog has no such service",
                  services.remedy(service)));
        }
      }
      for (int i = 0; i < runbook.mitigations().size(); i++) {
        String kind = runbook.mitigations().get(i);
        if (!mitigations.containsKey(kind)) {
          flaws.add(
              new Flaw(
                  runbook,
                  "mitigations/" + i,
                  "there are no mitigations of this kind",
                  Nearest.remedy(kind, mitigations.keySet())));
        }
      }
    }
    return flaws;
  }

  private Stream<Step> steps() {
    Stream<Step> ofRunbooks =
        runbooks.values().stream()
            .flatMap(it -> Stream.concat(it.checks().stream(), it.resolution().stream()));
    Stream<Step> ofMitigations = mitigations.values().stream().flatMap(List::stream);
    return Stream.of(gather.stream(), verify.stream(), ofRunbooks, ofMitigations)
        .flatMap(Function.identity());
  }

  /** A name that no service gives would stand in braces at night. */
  private static List<Flaw> unknown(
      Step step, String component, @Nullable String text, Given names) {
    return Step.names(text).stream()
        .filter(name -> !names.mayHave(name))
        .map(
            name ->
                new Flaw(
                    step,
                    component,
                    "no service of the catalog has a name '%s'".formatted(name),
                    names.remedy(name)))
        .toList();
  }
}
