package io.tocsin.contracts.policy.runbook;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Nearest;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

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

  /** What is wrong with them; {@code services} is the team's catalog. */
  public List<Flaw> flaws(Collection<String> services) {
    List<Flaw> flaws = new ArrayList<>();
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
        if (!services.contains(service)) {
          flaws.add(
              new Flaw(
                  runbook,
                  "services",
                  "the catalog has no service '%s'".formatted(service),
                  Nearest.remedy(service, services)));
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
}
