package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Requirement;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.policy.yaml.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a list of requirements: {@code requirements: [{id, says, no-case}]}. */
public final class RequirementFile {
  private static final Form<String> ID =
      new Form<>(
          "is no id",
          wrong -> "use letters, digits, dots and hyphens, as in RUN-08.1f",
          text -> Optional.of(text).filter(it -> it.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,63}")));

  private RequirementFile() {}

  /** The requirements in {@code text}; refused with every problem at once. */
  public static List<Requirement> read(String file, String text) throws PolicyRejected {
    Problems problems = new Problems();
    Set<String> taken = new HashSet<>();
    List<Requirement> all =
        YamlFile.read(file, text, problems).flatMap(Value::fields).stream()
            .map(fields -> fields.allow("requirements"))
            .flatMap(fields -> fields.need("requirements", "list them below it").stream())
            .flatMap(list -> list.items().stream())
            .flatMap(item -> item.fields().stream())
            .flatMap(fields -> one(fields, taken).stream())
            .toList();
    if (!problems.none()) {
      throw new PolicyRejected(problems.inOrder());
    }
    return all;
  }

  private static Optional<Requirement> one(Fields fields, Set<String> taken) {
    fields.allow("id", "says", "no-case");
    Optional<String> id = fields.need("id", ID, "give it an id");
    Optional<String> says = fields.need("says", Form.TEXT, "say in a line what it asks");
    id.filter(it -> !taken.add(it))
        .flatMap(it -> fields.find("id"))
        .ifPresent(it -> it.reject("stands here twice", "keep one of them"));
    return id.flatMap(
        it ->
            says.map(
                line -> new Requirement(it, line, fields.find("no-case", Form.TEXT).orElse(null))));
  }
}
