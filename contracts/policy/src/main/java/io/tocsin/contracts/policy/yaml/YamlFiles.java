package io.tocsin.contracts.policy.yaml;

import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Files opened as YAML nodes: no object is ever made from a tag, and a file that would grow without
 * end is refused before it does.
 */
public final class YamlFiles {
  private static final int LONGEST = 8 * 1024 * 1024;
  private static final int DEEPEST = 40;
  private static final int MOST_ALIASES = 10_000;
  private final Map<String, String> files;
  private final Problems problems;

  public YamlFiles(Map<String, String> files, Problems problems) {
    this.files = Map.copyOf(files);
    this.problems = problems;
  }

  public boolean has(String path) {
    return files.containsKey(path);
  }

  /** What stands in {@code path}; empty, and reported, when it is missing or no YAML. */
  public Optional<YamlValue> open(String path, String purpose) {
    String text = files.get(path);
    if (text == null) {
      return refuse(path, "this file is missing", "add it: it holds " + purpose);
    }
    if (text.length() > LONGEST) {
      return refuse(
          path,
          "this file is longer than %d MB".formatted(LONGEST / 1024 / 1024),
          "split it, or take out what is not policy");
    }
    try {
      Node root = new Yaml(options()).compose(new StringReader(text));
      if (root == null) {
        return refuse(path, "this file is empty", "it must hold " + purpose);
      }
      Optional<String> grown = Growth.of(root);
      if (grown.isPresent()) {
        return refuse(path, grown.get(), "write out what the aliases stand for");
      }
      YamlValue.Maker values = new YamlValue.Maker(path, problems);
      SecretsInClear.report(root, values);
      return Optional.of(values.of(root));
    } catch (MarkedYAMLException e) {
      return broken(path, e);
    } catch (YAMLException e) {
      return refuse(path, "this is no YAML: " + e.getMessage(), "mend or shorten it");
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LONGEST);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    return options;
  }

  private Optional<YamlValue> refuse(String path, String message, String remedy) {
    problems.add(Problem.of(path, message, remedy));
    return Optional.empty();
  }

  /** The line itself is not shown: a secret may stand in it. */
  private Optional<YamlValue> broken(String path, MarkedYAMLException why) {
    int line = why.getProblemMark() == null ? 0 : why.getProblemMark().getLine() + 1;
    int column = why.getProblemMark() == null ? 0 : why.getProblemMark().getColumn() + 1;
    problems.add(
        new Problem(
            path,
            line,
            column,
            path,
            "this is no YAML: " + said(why.getProblem()),
            "look for quotes, brackets and indentation"));
    return Optional.empty();
  }

  private static String said(@Nullable String problem) {
    return problem == null ? "it cannot be read" : problem;
  }
}
