package io.tocsin.contracts.policy.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.policy.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TemplateCheckTest {

  /** The message alone is enough to mend it: each broken file with what is said of it. */
  @Test
  void whatIsWrongIsSaidWithItsPlaceAndARemedy() {
    StringBuilder said = new StringBuilder();
    BROKEN.forEach(
        (name, text) -> {
          said.append("----- ").append(name).append('\n').append(shortened(text)).append('\n');
          List<Problem> flaws = flaws(name, text);
          assertThat(flaws).as(text).isNotEmpty();
          flaws.forEach(flaw -> said.append(flaw).append('\n'));
        });
    Golden.assertSame(Path.of("src/test/resources/golden/templates/broken.txt"), said.toString());
  }

  private static final Map<String, String> BROKEN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("templates/update.txt", "Status: {{statsu}}\nETA: {{eat}}\n"),
              Map.entry("templates/finding.txt", "Found by\n  {{by, at {{time}}\n"),
              Map.entry("templates/acknowledged.txt", "{{by}} has it}}\n"),
              Map.entry("templates/page.txt", "{{#late-by}}late\n"),
              Map.entry("templates/reminder.txt", "{{#overdue}}{{#due}}{{/overdue}}{{/due}}\n"),
              Map.entry("templates/war-room.txt", "{{roles}} {{#roles}}{{by}}{{/roles}}\n"),
              Map.entry("templates/ticket.md", "{{{title}}} {{&title}} {{>other}} {{=<% %>=}}\n"),
              Map.entry("templates/ticket-closed.txt", "{{#severity-unknown}}{{/severity}}\n"),
              Map.entry("templates/stakeholder-notice.html", "<a href=\"{{eta}}\">x</a><script>\n"),
              Map.entry("templates/incident-message.slack", "<!subteam^{{team}}> {{team}}\n"),
              Map.entry("templates/resolution-notice.txt", "Subject:\n\nIt is over.\n"),
              Map.entry("templates/review-document.md", "  \n"),
              Map.entry("templates/action-item.md", "{{}} {{ Action }} {{#1}}{{/1}}\n"),
              Map.entry("templates/downtime-planned.txt", "{{/services}} {{toString}}\n"),
              Map.entry("templates/downtime-tomorrow.txt", "Subject: {{severity}}\n\n{{-first}}\n"),
              Map.entry(
                  "templates/downtime-concluded.txt",
                  "{{#audience}}{{#audience}}{{tag}}{{/audience}}{{/audience}}\n"),
              Map.entry("templates/updates.txt", "x\n"),
              Map.entry("templates/README.md", "x\n"),
              Map.entry("templates/update.docx", "x\n"),
              Map.entry("templates/page", "x\n"),
              Map.entry("templates/page.slack", "x".repeat(50_001))));

  @Test
  void everyFlawOfAFolderIsSaidAtOnceInOrder() {
    assertThat(Templates.read(BROKEN).flaws())
        .extracting(Problem::file)
        .isSorted()
        .containsAll(BROKEN.keySet());
  }

  @Test
  void aPlaceIsTheOneInTheFileAlsoBehindASubject() {
    assertThat(flaws("templates/update.txt", "Subject: {{titel}}\n\n\nImpact: {{impct}}\n"))
        .extracting(flaw -> flaw.line() + ":" + flaw.column() + " " + flaw.remedy())
        .containsExactly("1:10 did you mean 'title'?", "4:9 did you mean 'impact'?");
  }

  @Test
  void sectionsNestedTooDeepAreRefused() {
    String deep = "{{#title}}".repeat(9) + "{{/title}}".repeat(9);
    assertThat(flaws("templates/page.txt", deep))
        .extracting(Problem::message)
        .containsExactly("sections are nested too deep");
  }

  @Test
  void linesOfWindowsAndAByteOrderMarkAreTaken() {
    assertThat(flaws("templates/page.txt", "\uFEFFSubject: {{title}}\r\n\r\n{{summary}}\r\n"))
        .isEmpty();
  }

  @Test
  void otherFilesOfTheTeamAreLeftAlone() {
    assertThat(flaws("policy.yaml", "{{broken")).isEmpty();
  }

  @Test
  void theShippedTemplatesHaveNoFlaws() {
    for (String team :
        List.of(TeamFolders.PRESCRIPTIONS, TeamFolders.PORTAL, TeamFolders.SUPPLIES)) {
      Map<String, String> files = TeamFolders.files(team);
      assertThat(files.keySet()).anyMatch(path -> path.startsWith("templates/"));
      assertThat(Templates.read(files).flaws()).as(team).isEmpty();
    }
  }

  private static List<Problem> flaws(String name, String text) {
    return Templates.read(Map.of(name, text)).flaws();
  }

  private static String shortened(String text) {
    return text.length() < 200
        ? text.lines().map(line -> "| " + line).collect(Collectors.joining("\n"))
        : "| … " + text.length() + " characters";
  }
}
