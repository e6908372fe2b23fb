package io.tocsin.allinone.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.allinone.cases.coverage.Requirements;
import io.tocsin.allinone.cases.file.CaseFiles;
import io.tocsin.allinone.cases.simulation.Simulation;
import io.tocsin.allinone.cases.verdict.Judge;
import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A shipped policy that somebody alters by mistake is found by one of its cases. */
class CasesGuardThePolicyTest {
  /** The line before it: audiences have the same key, and are told by no case yet. */
  private static final String RUNG = "(wait: \\S+\\n\\s+)";

  private static final String POLICY = "/policy.yaml";
  private static final String RULES = "/severity.yaml";

  private static Map<String, String> files;
  private static List<Case> cases;

  @BeforeAll
  static void read() throws PolicyRejected {
    PolicyBundle bundle = PolicyFiles.read(Path.of("../policies"));
    files = new TreeMap<>(bundle.files());
    List<String> ids = Requirements.of(bundle).stream().map(Requirement::id).toList();
    cases =
        CaseFiles.read(bundle, PolicyLoader.load(bundle), ids).stream()
            .filter(read -> !read.isPending())
            .toList();
  }

  @Test
  @Tag("RUN-08.1f")
  void aWaitThatIsLonger() throws PolicyRejected {
    assertThat(
            unnoticed(
                POLICY, "(?<key>wait|watch|hold-down): (?<span>\\d+[mh])", "${key}: ${span}7s"))
        .isEmpty();
  }

  @Test
  @Tag("RUN-13")
  void aLevelThatKnowsNoHours() throws PolicyRejected {
    assertThat(unnoticed(POLICY, "clock: business-hours", "clock: always")).isEmpty();
  }

  @Test
  @Tag("RUN-13")
  void hoursThatBeginEarlier() throws PolicyRejected {
    assertThat(unnoticed(POLICY, "from: 09:00", "from: 08:30")).isEmpty();
  }

  @Test
  @Tag("RUN-08.2")
  void aLevelThatMayBeLouder() throws PolicyRejected {
    assertThat(unnoticed(POLICY, "loudest: (slack|pagerduty)", "loudest: phone")).isEmpty();
  }

  @Test
  @Tag("RUN-08.2")
  void aRungThatIsCalledWhileTheLevelIsUnknown() throws PolicyRejected {
    assertThat(unnoticed(POLICY, RUNG + "when-unknown: false", "$1when-unknown: true")).isEmpty();
  }

  @Test
  @Tag("RUN-02.1b")
  void aRuleThatSaysAnotherLevel() throws PolicyRejected {
    assertThat(unnoticed(RULES, "level: P[123]", "level: P4")).isEmpty();
    assertThat(unnoticed(RULES, "level: P4", "level: P3")).isEmpty();
  }

  /** The places in the teams' files that may be altered without a case that fails. */
  private static List<String> unnoticed(String file, String what, String otherwise)
      throws PolicyRejected {
    Pattern pattern = Pattern.compile(what);
    List<String> unnoticed = new ArrayList<>();
    int places = 0;
    for (Map.Entry<String, String> policy : files.entrySet()) {
      Matcher place = pattern.matcher(policy.getValue());
      while (policy.getKey().endsWith(file) && place.find()) {
        places++;
        String before = policy.getValue().substring(0, place.start());
        String after = policy.getValue().substring(place.end());
        String altered = place.group().replaceFirst(what, otherwise);
        if (isUnnoticed(policy.getKey(), before + altered + after)) {
          unnoticed.add(policy.getKey() + ":" + before.lines().count() + ": " + place.group());
        }
      }
    }
    assertThat(places).as("places of " + what).isPositive();
    return unnoticed;
  }

  private static boolean isUnnoticed(String name, String altered) throws PolicyRejected {
    Map<String, String> all = new HashMap<>(files);
    all.put(name, altered);
    Policies policies = PolicyLoader.load(new PolicyBundle(all));
    String folder = name.substring(0, name.indexOf('/') + 1);
    return cases.stream()
        .filter(read -> read.place().file().startsWith(folder))
        .noneMatch(read -> Judge.judge(read, Simulation.play(read, policies)).isWrong());
  }
}
