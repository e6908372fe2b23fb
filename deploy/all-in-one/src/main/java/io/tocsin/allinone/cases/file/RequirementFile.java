package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Requirement;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.policy.yaml.Binder;
import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Least;
import io.tocsin.contracts.policy.yaml.Places;
import io.tocsin.contracts.policy.yaml.Problems;
import io.tocsin.contracts.policy.yaml.Says;
import io.tocsin.contracts.policy.yaml.YamlFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list of requirements as it is written. */
@Says("rules that cases can show")
public record RequirementFile(
    @Says("list them below it") @Least(1) List<Requirement> requirements) {

  /** The requirements in {@code text}; refused with every problem at once. */
  public static List<Requirement> read(String path, String text) throws PolicyRejected {
    Problems problems = new Problems();
    Places places = new Places();
    List<Requirement> all =
        new YamlFiles(Map.of(path, text), problems)
            .open(path, Binder.purpose(RequirementFile.class))
            .map(root -> new Binder(places).bind(root, RequirementFile.class).requirements())
            .orElse(List.of());
    Set<String> taken = new HashSet<>();
    for (Requirement one : all) {
      if (!taken.add(one.id())) {
        places.report(new Flaw(one, "id", "stands here twice", "keep one of them"));
      }
    }
    if (!problems.none()) {
      throw new PolicyRejected(problems.inOrder());
    }
    return all;
  }
}
