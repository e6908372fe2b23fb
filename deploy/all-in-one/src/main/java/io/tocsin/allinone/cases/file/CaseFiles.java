package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Case;
import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.yaml.Problem;
import io.tocsin.contracts.policy.yaml.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All cases of a policy root: {@code <team>/cases/*.yaml}. */
public final class CaseFiles {
  private static final String FOLDER = "/cases/";

  private final Policies policies;
  private final Collection<String> requirements;
  private final Vocabulary vocabulary;
  private final Webhooks webhooks = new Webhooks();
  private final Problems problems = new Problems();
  private final Map<String, Case> names = new HashMap<>();

  private CaseFiles(Policies policies, Collection<String> requirements) {
    this.policies = policies;
    this.requirements = requirements;
    this.vocabulary = new Vocabulary(policies);
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
    new TreeMap<>(bundle.files())
        .forEach(
            (path, text) -> {
              int folder = path.indexOf(FOLDER);
              if (folder > 0 && (path.endsWith(".yaml") || path.endsWith(".yml"))) {
                Optional.ofNullable(teams.get(path.substring(0, folder)))
                    .ifPresentOrElse(
                        team -> cases.addAll(file(path, text, team)), () -> noTeam(path));
              }
            });
    return cases;
  }

  private void noTeam(String path) {
    problems.add(
        new Problem(
            path,
            1,
            1,
            path,
            "these cases are of no team",
            "move them beside a team's policy.yaml"));
  }

  private List<Case> file(String path, String text, TeamPolicy team) {
    CaseReader reader = new CaseReader(policies, team, vocabulary, requirements, webhooks);
    List<Case> cases =
        YamlFile.read(path, text, problems).flatMap(Value::fields).stream()
            .flatMap(fields -> cases(fields.allow("integration", "cases"), reader))
            .toList();
    cases.forEach(this::claim);
    return cases;
  }

  private Stream<Case> cases(Fields fields, CaseReader reader) {
    Form<String> integration =
        Form.of("is no integration", new TreeMap<>(policies.integrations()).keySet());
    String sender = fields.find("integration", integration).orElse(null);
    return fields.need("cases", "list the cases below it").stream()
        .flatMap(list -> list.items().stream())
        .flatMap(item -> reader.read(item, sender).stream());
  }

  private void claim(Case read) {
    Case earlier = names.putIfAbsent(read.team() + " " + read.name(), read);
    if (earlier != null) {
      problems.add(
          new Problem(
              read.place().file(),
              read.place().line(),
              1,
              read.name(),
              "is the name of another case",
              "choose another; " + earlier.place() + " has this one"));
    }
  }
}
