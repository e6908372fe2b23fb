package io.tocsin.allinone.cases;

import io.tocsin.allinone.cases.file.CaseFiles;
import io.tocsin.allinone.cases.simulation.Simulation;
import io.tocsin.allinone.cases.verdict.Judge;
import io.tocsin.allinone.cases.verdict.Verdict;
import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small policy of one team, and cases written for it in a test. */
public final class Shop {
  public static final Path ROOT = Path.of("src/test/resources/cases/root");
  public static final String FILE = "shop/cases/night.yaml";
  public static final Policies POLICIES = policies();

  private Shop() {}

  private static Policies policies() {
    try {
      return PolicyLoader.load(PolicyFiles.read(ROOT));
    } catch (PolicyRejected e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** The cases in {@code text}, as if it were a file of the team. */
  public static List<Case> cases(String text) throws PolicyRejected {
    Map<String, String> files = new HashMap<>(PolicyFiles.read(ROOT).files());
    files.put(FILE, text);
    return CaseFiles.read(new PolicyBundle(files), POLICIES, List.of("RUN-08.1f", "RUN-08.2"));
  }

  /** How the only case in {@code text} ends. */
  public static Verdict verdict(String text) {
    try {
      Case only = cases(text).get(0);
      return Judge.judge(only, Simulation.play(only, POLICIES));
    } catch (PolicyRejected e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
