package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.yaml.Binder;
import io.tocsin.contracts.policy.yaml.Places;
import io.tocsin.contracts.policy.yaml.Problem;
import io.tocsin.contracts.policy.yaml.Problems;
import io.tocsin.contracts.policy.yaml.YamlFiles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a policy root, as they are written. */
record RootFiles(IntegrationsFile integrations, CatchAllFile catchAll, List<TeamFiles> teams) {

  static RootFiles read(PolicyBundle bundle, Places places, Problems problems) {
    Reader reader =
        new Reader(bundle.files(), new YamlFiles(bundle.files(), problems), new Binder(places));
    IntegrationsFile integrations = reader.need("integrations.yaml", IntegrationsFile.class);
    CatchAllFile catchAll = reader.need("catch-all.yaml", CatchAllFile.class);
    List<TeamFiles> teams =
        folders(bundle).stream().map(folder -> TeamFiles.read(folder, reader)).toList();
    if (teams.isEmpty()) {
      problems.add(Problem.of(".", "no folder holds a team", "add one with a policy.yaml in it"));
    }
    return new RootFiles(integrations, catchAll, teams);
  }

  /** The folders that hold a file of a team, sorted. */
  private static Set<String> folders(PolicyBundle bundle) {
    Set<String> folders = new TreeSet<>();
    for (String path : bundle.files().keySet()) {
      int slash = path.indexOf('/');
      if (slash > 0 && TeamFiles.NAMES.contains(path.substring(slash + 1))) {
        folders.add(path.substring(0, slash));
      }
    }
    return folders;
  }

  /** Opens files and makes records of them. */
  record Reader(Map<String, String> texts, YamlFiles files, Binder binder) {

    /** The file, or an empty one when it is missing or no YAML, which is reported. */
    <R extends Record> R need(String path, Class<R> type) {
      return files
          .open(path, Binder.purpose(type))
          .map(root -> binder.bind(root, type))
          .orElseGet(() -> binder.empty(type));
    }

    /** The texts of a folder, by their paths in it. */
    Map<String, String> below(String folder) {
      Map<String, String> below = new TreeMap<>();
      texts.forEach(
          (path, text) -> {
            if (path.startsWith(folder + "/")) {
              below.put(path.substring(folder.length() + 1), text);
            }
          });
      return below;
    }

    /** The same where the file may be missing. */
    <R extends Record> R find(String path, Class<R> type) {
      return files.has(path) ? need(path, type) : binder.empty(type);
    }
  }
}
