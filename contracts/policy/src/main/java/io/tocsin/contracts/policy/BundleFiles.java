package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.PolicyBundle;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The files of a bundle, opened as YAML nodes: no object is ever made from a tag. */
final class BundleFiles {
  private static final int MOST_ALIASES = 20;
  private static final List<String> TEAM_FILES =
      List.of("policy.yaml", "services.yaml", "contacts.yaml", "severity.yaml");
  private final PolicyBundle bundle;
  private final Problems problems;

  BundleFiles(PolicyBundle bundle, Problems problems) {
    this.bundle = bundle;
    this.problems = problems;
  }

  /** The folders that hold a file of a team, sorted. */
  Set<String> teamFolders() {
    Set<String> folders = new TreeSet<>();
    for (String path : bundle.files().keySet()) {
      int slash = path.indexOf('/');
      if (slash > 0 && TEAM_FILES.contains(path.substring(slash + 1))) {
        folders.add(path.substring(0, slash));
      }
    }
    return folders;
  }

  /** The sections of {@code path}; empty, and reported, when it is missing or no YAML. */
  Optional<Section> open(String path, String purpose) {
    String text = bundle.files().get(path);
    if (text == null) {
      problems.add(path, 0, path, "this file is missing", "add it: it holds " + purpose);
      return Optional.empty();
    }
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(MOST_ALIASES);
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        problems.add(path, 0, path, "this file is empty", "it must hold " + purpose);
        return Optional.empty();
      }
      return new YamlValue(path, root, problems).section();
    } catch (MarkedYAMLException e) {
      broken(path, line(e), e.getProblem());
    } catch (YAMLException e) {
      broken(path, 0, e.getMessage());
    }
    return Optional.empty();
  }

  /** The line itself is not shown: a secret may stand in it. */
  private void broken(String path, int line, @Nullable String why) {
    problems.add(
        path, line, path, "this is no YAML: " + why, "look for quotes, brackets and indentation");
  }

  private static int line(MarkedYAMLException e) {
    return e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
  }
}
