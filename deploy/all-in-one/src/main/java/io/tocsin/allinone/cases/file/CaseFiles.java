package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Case;
import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.yaml.Binder;
import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Places;
import io.tocsin.contracts.policy.yaml.Problem;
import io.tocsin.contracts.policy.yaml.Problems;
import io.tocsin.contracts.policy.yaml.YamlFiles;
import io.tocsin.contracts.policy.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All cases of a policy root: {@code <team>/cases/*.yaml}. */
public final class CaseFiles {
  private static final String FOLDER = "/cases/";

  private final Policies policies;
  private final Vocabulary vocabulary;
  private final Webhooks webhooks;
  private final Problems problems = new Problems();
  private final Places places = new Places();
  private final Map<String, Case> names = new HashMap<>();

  private CaseFiles(Policies policies, Collection<String> requirements) {
    this.policies = policies;
    this.webhooks = new Webhooks(policies);
    this.vocabulary = new Vocabulary(policies, requirements);
  }

  /**
   * The cases in {@code bundle}, in the order of their files; refused with every problem at once.
   *
   * @param requirements the ids that a case may show
   */
  public static List<Case> read(
      PolicyBundle bundle, Policies policies, Collection<String> requirements)
      throws PolicyRejected {
    CaseFiles files = new CaseFiles(policies, requirements);
    List<Case> cases = files.all(bundle);
    if (!files.problems.none()) {
      throw new PolicyRejected(files.problems.inOrder());
    }
    return cases;
  }

  private List<Case> all(PolicyBundle bundle) {
    Map<String, TeamPolicy> teams =
        policies.teams().values().stream()
            .collect(Collectors.toMap(TeamPolicy::folder, Function.identity()));
    List<Case> cases = new ArrayList<>();
    YamlFiles files = new YamlFiles(bundle.files(), problems);
    new TreeSet<>(bundle.files().keySet())
        .forEach(
            path -> {
              int folder = path.indexOf(FOLDER);
              if (folder > 0 && (path.endsWith(".yaml") || path.endsWith(".yml"))) {
                Optional.ofNullable(teams.get(path.substring(0, folder)))
                    .ifPresentOrElse(
                        team -> cases.addAll(file(path, team, files)), () -> noTeam(path));
              }
            });
    return cases;
  }

  private void noTeam(String path) {
    problems.add(
        Problem.of(path, "these cases are of no team", "move them beside a team's policy.yaml"));
  }

  private List<Case> file(String path, TeamPolicy team, YamlFiles files) {
    YamlValue root = files.open(path, Binder.purpose(CaseFile.class)).orElse(null);
    if (root == null) {
      return List.of();
    }
    CaseFile file = new Binder(places).bind(root, CaseFile.class);
    new NamesCheck(vocabulary.of(team), places).check(file);
    CaseReader reader = new CaseReader(path, policies, team, places, webhooks);
    List<Case> cases =
        file.cases().stream().map(written -> reader.read(written, file.integration())).toList();
    for (int i = 0; i < cases.size(); i++) {
      claim(file.cases().get(i), cases.get(i));
    }
    return cases;
  }

  private void claim(CaseFile.OfCase written, Case read) {
    Case earlier = names.putIfAbsent(read.team() + " " + read.name(), read);
    if (earlier != null) {
      places.report(
          new Flaw(
              written,
              "name",
              "is the name of another case",
              "choose another; " + earlier.place() + " has this one"));
    }
  }
}
