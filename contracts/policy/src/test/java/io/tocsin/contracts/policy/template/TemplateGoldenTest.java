package io.tocsin.contracts.policy.template;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each channel shows of one filled-in incident, for every template that is shipped. */
class TemplateGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/templates");

  @TestFactory
  Stream<DynamicTest> everyChannelShowsWhatItShowed() {
    return Stream.of(
            builtIn(),
            shipped(TeamFolders.PRESCRIPTIONS, FilledIn.CAIRO),
            shipped(TeamFolders.PORTAL, FilledIn.NEW_YORK),
            shipped(TeamFolders.SUPPLIES, FilledIn.NEW_YORK))
        .flatMap(tests -> tests);
  }

  @Test
  @Tag("MHV-msg")
  void anUnknownIsWrittenNotYetKnown() {
    Golden.assertSame(
        GOLDEN.resolve("nothing-known.txt"),
        onEveryMedium(
            TeamFolders.templates(TeamFolders.PORTAL),
            TemplateKind.INCIDENT_MESSAGE,
            Values.none(),
            FilledIn.NEW_YORK));
  }

  private static Stream<DynamicTest> builtIn() {
    Templates templates = Templates.read(Map.of()).templates();
    return tests("built-in", templates, List.of(TemplateKind.values()), FilledIn.CAIRO);
  }

  private static Stream<DynamicTest> shipped(String team, ZoneId zone) {
    List<TemplateKind> own =
        Arrays.stream(TemplateKind.values())
            .filter(
                kind ->
                    TeamFolders.files(team).keySet().stream()
                        .anyMatch(path -> path.startsWith("templates/" + kind.fileName() + ".")))
            .toList();
    return tests(team, TeamFolders.templates(team), own, zone);
  }

  private static Stream<DynamicTest> tests(
      String folder, Templates templates, List<TemplateKind> kinds, ZoneId zone) {
    return kinds.stream()
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    folder + "/" + kind.fileName(),
                    () ->
                        Golden.assertSame(
                            GOLDEN.resolve(folder).resolve(kind.fileName() + ".txt"),
                            onEveryMedium(templates, kind, FilledIn.everything(), zone))));
  }

  private static String onEveryMedium(
      Templates templates, TemplateKind kind, Values values, ZoneId zone) {
    return Arrays.stream(Medium.values())
        .map(medium -> shown(medium, templates.render(kind, medium, values, zone)))
        .collect(Collectors.joining("\n"));
  }

  private static String shown(Medium medium, Rendered rendered) {
    String subject = rendered.subject() == null ? "" : "[" + rendered.subject() + "]\n";
    return "===== " + medium + " =====\n" + subject + rendered.text() + "\n";
  }
}
