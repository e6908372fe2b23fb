package io.tocsin.allinone.cases.file;

import io.tocsin.contracts.policy.yaml.Problem;
import io.tocsin.contracts.policy.yaml.Problems;
import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** One YAML file as nodes with places: no object is ever made from a tag. */
public final class YamlFile {
  private static final int MOST_ALIASES = 500;

  private YamlFile() {}

  /** What the file holds; empty, and reported, when it is no YAML or holds nothing. */
  public static Optional<Value> read(String file, String text, Problems problems) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(MOST_ALIASES);
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        problems.add(
            new Problem(
                file, 1, 1, file, "this file is empty", "write something into it, or remove it"));
        return Optional.empty();
      }
      return Optional.of(new Value(file, root, problems));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      broken(file, line, e.getProblem(), problems);
    } catch (YAMLException e) {
      broken(file, 1, e.getMessage(), problems);
    }
    return Optional.empty();
  }

  private static void broken(String file, int line, @Nullable String why, Problems problems) {
    problems.add(
        new Problem(
            file,
            line,
            1,
            file,
            "this is no YAML: " + why,
            "look for quotes, brackets and indentation"));
  }
}
