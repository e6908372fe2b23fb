package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds a history against every invariant. */
public final class Checker {
  private static final List<Invariant> INVARIANTS =
      List.of(
          new AcceptedIsKept(),
          new RefusedIsNotKept(),
          new NothingInvented(),
          new OneDeliveryOneAlert(),
          new EachAlertIsClassified(),
          new EverythingEnds(),
          new OneDisposition(),
          new DispositionIsTrue(),
          new ContiguousSequence(),
          new TimesDoNotGoBack(),
          new LegalTransitions(),
          new FoldIsState(),
          new OneOpenIncidentPerKey(),
          new RungsIncrease(),
          new NeverEarly(),
          new NeverMissed(),
          new EachCallHasItsNotification(),
          new EachPageWasAskedFor(),
          new P1WasPaged(),
          new NoPageAfterAcknowledgement(),
          new NoDoublePage(),
          new NoDoubleMessage(),
          new AlarmsAreTrue(),
          new PagerDutyOrder(),
          new ReceiptsConserved(),
          new CommandsAnswered(),
          new DeedsAreCommands(),
          new StatusPageAnswers(),
          new StatusPageFollows(),
          new NoSecretLeaks());

  private final Limits limits;

  public Checker(Limits limits) {
    this.limits = limits;
  }

  /** Every invariant's name with what it says. */
  public static Map<String, String> invariants() {
    Map<String, String> names = new LinkedHashMap<>();
    INVARIANTS.forEach(invariant -> names.put(invariant.name(), invariant.meaning()));
    return names;
  }

  /** Judges a whole run. */
  public Verdict judge(History history) {
    Evidence evidence = new Evidence(history, limits);
    Map<String, Integer> counts = new LinkedHashMap<>();
    List<Violation> violations = new ArrayList<>();
    for (Invariant invariant : INVARIANTS) {
      Findings findings = new Findings(invariant.name());
      invariant.check(evidence, findings);
      counts.put(invariant.name(), findings.count());
      violations.addAll(findings.violations());
    }
    return new Verdict(history.run().seed(), counts, violations);
  }
}
