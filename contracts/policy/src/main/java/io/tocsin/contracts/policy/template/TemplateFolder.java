package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.policy.yaml.Nearest;
import io.tocsin.contracts.policy.yaml.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folder {@code templates} of a team.
 *
 * @param templates those without a flaw
 */
record TemplateFolder(TemplateSet templates, List<Problem> flaws) {
  private static final String FOLDER = "templates/";

  static TemplateFolder read(Map<String, String> filesOfTeamFolder) {
    TemplateFolder folder = new TemplateFolder(new TemplateSet(), new ArrayList<>());
    new TreeMap<>(filesOfTeamFolder)
        .forEach(
            (path, text) -> {
              if (path.startsWith(FOLDER)) {
                folder.add(path, text);
              }
            });
    return folder;
  }

  private void add(String path, String text) {
    TemplateFlaws found = new TemplateFlaws(path);
    String name = path.substring(FOLDER.length());
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    Optional<Markup> markup =
        dot < 0 ? Optional.empty() : Markup.ofExtension(name.substring(dot + 1));
    Optional<TemplateKind> kind = TemplateKind.ofFileName(stem);
    if (kind.isEmpty()) {
      found.addToFile("there is no kind of template named '" + stem + "'", meant(stem));
    } else if (markup.isEmpty()) {
      found.addToFile(
          "the name does not say which language it is in",
          "end it with one of " + String.join(", ", Markup.extensions()));
    } else {
      new TemplateReader(kind.get(), markup.get(), found)
          .read(path, text)
          .ifPresent(file -> templates.add(kind.get(), file));
    }
    flaws.addAll(found.inOrder());
  }

  private static String meant(String stem) {
    List<String> names = Arrays.stream(TemplateKind.values()).map(TemplateKind::fileName).toList();
    return Nearest.of(stem, names)
        .map(name -> "did you mean '" + name + "'?")
        .orElse("use one of " + String.join(", ", names));
  }
}
