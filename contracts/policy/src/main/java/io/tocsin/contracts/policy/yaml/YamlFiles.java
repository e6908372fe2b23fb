package io.tocsin.contracts.policy.yaml;

import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
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
      return refuse(path, "this file is missing", instead(path, "it holds " + purpose));
    }
    if (text.length() > LONGEST) {
      return refuse(
          path,
          "this file is longer than %d MB".formatted(LONGEST / 1024 / 1024),
          "split it, or take out what is not policy");
    }
    Optional<Problem> conflict = ConflictMarks.in(path, text);
    if (conflict.isPresent()) {
      problems.addUnread(conflict.get());
      return Optional.empty();
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
      return Optional.of(
          new YamlValue.Source(
                  path,
                  text.lines().toList(),
                  problems,
                  SecretsInClear.report(root, path, problems))
              .of(root));
    } catch (MarkedYAMLException e) {
      problems.addUnread(new NoYaml(path, text).because(e));
      return Optional.empty();
    } catch (YAMLException e) {
      return refuse(path, "this is no YAML: " + e.getMessage(), "mend or shorten it");
    }
  }

  static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LONGEST);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    return options;
  }

  /** A file beside it that has nearly its name is probably the one. */
  private String instead(String path, String purpose) {
    int folder = path.lastIndexOf('/') + 1;
    String name = path.substring(folder);
    return Nearest.of(
            name,
            files.keySet().stream()
                .filter(it -> it.lastIndexOf('/') + 1 == folder)
                .filter(it -> it.startsWith(path.substring(0, folder)))
                .map(it -> it.substring(folder))
                .toList())
        .map(near -> "there is a %s: rename it to %s".formatted(near, name))
        .orElse("add it: " + purpose);
  }

  private Optional<YamlValue> refuse(String path, String message, String remedy) {
    problems.addUnread(Problem.of(path, message, remedy));
    return Optional.empty();
  }
}
