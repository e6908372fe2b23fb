package io.tocsin.contracts.policy.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Link;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  private static final Templates BUILT_IN = Templates.read(Map.of()).templates();

  @Test
  @Tag("MHV-msg")
  void nothingKnownIsNoReasonToFail() {
    for (TemplateKind kind : TemplateKind.values()) {
      for (Medium medium : Medium.values()) {
        Rendered rendered = BUILT_IN.render(kind, medium, Values.none(), FilledIn.CAIRO);
        assertThat(rendered.text()).as("%s %s", kind, medium).isNotBlank();
      }
    }
  }

  @Test
  @Tag("MHV-msg")
  void blankWordsAreNotKnown() {
    assertThat(
            shown("{{summary}}", Values.none().with(IncidentVariables.SUMMARY, " \n"), Medium.SMS))
        .isEqualTo("not yet known");
  }

  @Test
  void theTeamsOwnFileOverridesTheBuiltInOne() {
    Templates templates = TeamFolders.only("page.txt", "{{severity}}!");
    assertThat(templates.render(TemplateKind.PAGE, Medium.SMS, FilledIn.incident(), FilledIn.CAIRO))
        .isEqualTo(new Rendered(null, "P1!", false, "templates/page.txt"));
    assertThat(
            templates
                .render(TemplateKind.UPDATE, Medium.SMS, FilledIn.incident(), FilledIn.CAIRO)
                .file())
        .isEqualTo("built-in update.txt");
  }

  @Test
  void aFileWithFlawsIsReplacedByTheBuiltInOne() {
    Templates.Checked checked = Templates.read(Map.of("templates/page.txt", "{{severty}}"));
    assertThat(checked.flaws()).hasSize(1);
    assertThat(
            checked
                .templates()
                .render(TemplateKind.PAGE, Medium.SMS, FilledIn.incident(), FilledIn.CAIRO)
                .file())
        .isEqualTo("built-in page.txt");
  }

  @Test
  void aFileInTheChannelsOwnMarkupServesThatChannelAlone() {
    Templates templates =
        Templates.read(
                Map.of(
                    "templates/page.slack", "*{{severity}}* <!here>",
                    "templates/page.txt", "<{{severity}}>"))
            .templates();
    assertThat(page(templates, Medium.SLACK)).isEqualTo("*P1* <!here>");
    assertThat(page(templates, Medium.SMS)).isEqualTo("<P1>");
    assertThat(page(templates, Medium.MAIL_HTML)).isEqualTo("&lt;P1&gt;");
  }

  @Test
  void theWordsOfATextFileShowOnEveryChannelAsTheyStand() {
    Templates templates = TeamFolders.only("page.txt", "# R&D <now> *{{severity}}*\n1. go");
    assertThat(page(templates, Medium.SLACK)).isEqualTo("# R&amp;D &lt;now&gt; *P1*\n1. go");
    assertThat(page(templates, Medium.MAIL_HTML))
        .isEqualTo("# R&amp;D &lt;now&gt; *P1*<br>\n1. go");
    assertThat(page(templates, Medium.GITHUB))
        .isEqualTo("\\# R&amp;D &lt;now&gt; \\*P1\\*\n1\\. go");
  }

  @Test
  void aSubjectStandsApartWhereTheMediumHasOneAndIsTheFirstLineElsewhere() {
    Templates templates = TeamFolders.only("page.txt", "Subject: {{incident}}\n\n{{severity}}");
    Values values = FilledIn.incident();
    assertThat(templates.render(TemplateKind.PAGE, Medium.MAIL, values, FilledIn.CAIRO))
        .isEqualTo(new Rendered("RX-142", "P1", false, "templates/page.txt"));
    assertThat(page(templates, Medium.SMS)).isEqualTo("RX-142\nP1");
    assertThat(page(templates, Medium.PAGERDUTY)).isEqualTo("RX-142; P1");
    assertThat(page(templates, Medium.VOICE)).isEqualTo("RX-142. P1");
  }

  @Test
  void withoutASubjectTheFirstLineIsIt() {
    assertThat(
            BUILT_IN
                .render(TemplateKind.UPDATE, Medium.MAIL, FilledIn.everything(), FilledIn.CAIRO)
                .subject())
        .isEqualTo("Incident Update - 2026-11-22 05:30 EET");
  }

  @Test
  void aMomentIsShownInTheTeamsZoneWithItsName() {
    assertThat(moment("2026-11-22T03:12:00Z", FilledIn.CAIRO)).isEqualTo("2026-11-22 05:12 EET");
    assertThat(moment("2026-07-01T03:12:00Z", FilledIn.CAIRO)).isEqualTo("2026-07-01 06:12 EEST");
    assertThat(moment("2026-11-01T05:30:00Z", FilledIn.NEW_YORK)).isEqualTo("2026-11-01 01:30 EDT");
    assertThat(moment("2026-11-01T06:30:00Z", FilledIn.NEW_YORK)).isEqualTo("2026-11-01 01:30 EST");
    assertThat(moment("2026-11-22T03:12:00Z", ZoneId.of("UTC"))).isEqualTo("2026-11-22 03:12 UTC");
  }

  @Test
  void aDurationIsShownInDaysHoursAndMinutes() {
    assertThat(List.of(0, 59, 60, 4320, 3600, 266_400, 86_400))
        .extracting(seconds -> TimeWords.duration(Duration.ofSeconds(seconds)))
        .containsExactly("0 s", "59 s", "1 min", "1 h 12 min", "1 h", "3 d 2 h", "1 d");
  }

  @Test
  void aListIsRepeatedAndKnowsItsFirstAndLast() {
    assertThat(
            shown(
                "{{#audience}}{{#-first}}To {{/-first}}{{tag}}{{^-last}}, {{/-last}}{{/audience}}"
                    + "{{^audience}}nobody{{/audience}}",
                FilledIn.incident(),
                Medium.SMS))
        .isEqualTo("To octo-health-engineers, System owner");
    assertThat(
            shown(
                "{{#audience}}x{{/audience}}{{^audience}}nobody{{/audience}}",
                Values.none(),
                Medium.SMS))
        .isEqualTo("nobody");
  }

  @Test
  @Tag("MHV-aud")
  void aUserGroupIsTaggedInSlackAndNamedElsewhere() {
    String text = "{{#audience}}{{tag}} {{/audience}}";
    assertThat(shown(text, FilledIn.incident(), Medium.SLACK))
        .isEqualTo("<!subteam^S0HEALTH1> System owner");
    assertThat(shown(text, FilledIn.incident(), Medium.MAIL))
        .isEqualTo("octo-health-engineers System owner");
  }

  @Test
  @Tag("MED-links")
  void aLinkIsWrittenAsTheChannelWritesLinks() {
    Values values =
        Values.none()
            .with(IncidentVariables.MONITOR, new Link("A & B", "https://m.example.com/?a=1&b=|2"));
    assertThat(shown("{{monitor}}", values, Medium.SLACK))
        .isEqualTo("<https://m.example.com/?a=1&amp;b=%7C2|A &amp; B>");
    assertThat(shown("{{monitor}}", values, Medium.MAIL_HTML))
        .isEqualTo("<a href=\"https://m.example.com/?a=1&amp;b=%7C2\">A &amp; B</a>");
    assertThat(shown("{{monitor}}", values, Medium.GITHUB))
        .isEqualTo("[A &amp; B](<https://m.example.com/?a=1&amp;b=%7C2>)");
    assertThat(shown("{{monitor}}", values, Medium.SMS))
        .isEqualTo("A & B (https://m.example.com/?a=1&b=%7C2)");
  }

  private static String moment(String instant, ZoneId zone) {
    Values values = Values.none().with(IncidentVariables.INCIDENT_START, Instant.parse(instant));
    return TeamFolders.only("page.txt", "{{incident-start}}")
        .render(TemplateKind.PAGE, Medium.SMS, values, zone)
        .text();
  }

  private static String page(Templates templates, Medium medium) {
    return templates.render(TemplateKind.PAGE, medium, FilledIn.incident(), FilledIn.CAIRO).text();
  }

  private static String shown(String text, Values values, Medium medium) {
    return TeamFolders.only("page.txt", text)
        .render(TemplateKind.PAGE, medium, values, FilledIn.CAIRO)
        .text();
  }
}
