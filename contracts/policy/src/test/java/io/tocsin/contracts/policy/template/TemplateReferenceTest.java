package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.policy.template.Variable.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document for operators lists what there is, and nothing else. */
class TemplateReferenceTest {
  private static final Path DOCUMENT = Path.of("../../deploy/docs/templates.md");
  private static final String MARK = "<!-- from here on, written from the code -->\n";

  @Test
  void theDocumentListsEveryKindAndVariable() throws IOException {
    String written = Files.readString(DOCUMENT);
    String byHand = written.substring(0, written.indexOf(MARK) + MARK.length());
    Golden.assertSame(DOCUMENT, byHand + "\n" + ofEveryIncident() + kinds());
  }

  private static String ofEveryIncident() {
    return "## Of every incident\n\n" + table(IncidentVariables.ALL) + "\n";
  }

  private static String kinds() {
    return Arrays.stream(TemplateKind.values())
        .map(TemplateReferenceTest::kind)
        .collect(Collectors.joining("\n"));
  }

  private static String kind(TemplateKind kind) {
    List<Variable<?>> more = new ArrayList<>(kind.variables());
    String shared = "";
    if (more.containsAll(IncidentVariables.ALL)) {
      more.removeAll(IncidentVariables.ALL);
      shared = "What is there of every incident, and:\n\n";
    }
    return "## `%s`\n\n%s\n\n".formatted(kind.fileName(), kind.purpose()) + shared + table(more);
  }

  private static String table(List<Variable<?>> variables) {
    return "| variable | type | shows |\n| --- | --- | --- |\n" + rows(variables);
  }

  private static String rows(List<Variable<?>> variables) {
    List<String> rows = new ArrayList<>();
    for (Variable<?> variable : variables) {
      rows.add(row("`" + variable.name() + "`", variable));
      for (Variable<?> field : variable.fields()) {
        rows.add(row("`" + variable.name() + "` › `" + field.name() + "`", field));
      }
    }
    return String.join("", rows);
  }

  private static String row(String name, Variable<?> variable) {
    Type type = variable.type();
    return "| %s | %s | %s |\n"
        .formatted(name, type.name().toLowerCase(Locale.ROOT), variable.meaning());
  }
}
