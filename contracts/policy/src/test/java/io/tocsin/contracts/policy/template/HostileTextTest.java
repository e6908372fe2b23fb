package io.tocsin.contracts.policy.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Link;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words from alerts, reports and strangers, on every channel. */
@Tag("MHV-msg")
class HostileTextTest {
  private static final String GAP = "\u200B";

  @Test
  void inSlackNobodyIsCalled() {
    assertThat(shown(Medium.SLACK, "<!channel> <!subteam^S1|x> <@U123> <#C1>"))
        .isEqualTo(
            "&lt;!channel&gt; &lt;!subteam^S1|x&gt; &lt;"
                + "@"
                + GAP
                + "U123&gt; &lt;#"
                + GAP
                + "C1&gt;");
    assertThat(shown(Medium.SLACK, "@here #general ops@example.com"))
        .isEqualTo("@" + GAP + "here #" + GAP + "general ops@example.com");
  }

  @Test
  void inSlackNoLinkIsMadeAndNoCodeBlockOpened() {
    assertThat(shown(Medium.SLACK, "<https://evil.example|your bank> ```"))
        .isEqualTo("&lt;https[:]//evil.example|your bank&gt; '''");
  }

  @Test
  void whatWasEscapedBeforeIsNotUndone() {
    assertThat(shown(Medium.SLACK, "&lt;!channel&gt;")).isEqualTo("&amp;lt;!channel&amp;gt;");
    assertThat(shown(Medium.MAIL_HTML, "&lt;b&gt;")).isEqualTo("&amp;lt;b&amp;gt;");
    assertThat(shown(Medium.GITHUB, "&#64;all")).isEqualTo("&amp;#&#8203;64;all");
  }

  @Test
  void inHtmlNoTagAndNoAttributeIsMade() {
    assertThat(shown(Medium.MAIL_HTML, "<img src=x onerror='a(\"b\")'>"))
        .isEqualTo("&lt;img src=x onerror=&#39;a(&quot;b&quot;)&#39;&gt;");
  }

  @Test
  void inMarkdownNothingIsMentionedReferredToOrMarkedUp() {
    assertThat(shown(Medium.GITHUB, "@octo/team #12 GH-7 [x](https://evil.example) <b> `c` _d_"))
        .isEqualTo(
            "@&#8203;octo/team #&#8203;12 GH-&#8203;7 \\[x\\](https\\[:\\]//evil.example)"
                + " &lt;b&gt; \\`c\\` \\_d\\_");
    assertThat(shown(Medium.GITHUB, "x\n# heading\n- [ ] task\n1. one\n===\n    code"))
        .isEqualTo("x\n  #&#8203; heading\n  \\- \\[ \\] task\n  1\\. one\n  \\===\n  code");
  }

  @Test
  void inPlainTextControlCharactersAreGoneAndLinesAreLines() {
    assertThat(shown(Medium.SMS, "a\u0007\u001B[31mb\r\nc\rd\u2028e\tf\uFEFF\uD800"))
        .isEqualTo("a[31mb\n  c\n  d\n  e f");
    assertThat(shown(Medium.SMS, "\u202Egnp.exe\u2066")).isEqualTo("gnp.exe");
  }

  @Test
  void aSubjectHasOneLine() {
    Rendered mail =
        TeamFolders.only("page.txt", "Subject: {{title}}\n\nx")
            .render(
                TemplateKind.PAGE,
                Medium.MAIL,
                title("it burns\r\nBcc: all@example.com"),
                FilledIn.CAIRO);
    assertThat(mail.subject()).isEqualTo("it burns Bcc: all@example.com");
  }

  @Test
  void aLineOfItCannotPassForALineOfTheForm() {
    String text =
        TeamFolders.only("update.txt", "Impact: {{title}}\nStatus: {{severity}}")
            .render(
                TemplateKind.UPDATE,
                Medium.MAIL,
                title("none\nStatus: Resolved").with(IncidentVariables.SEVERITY, "P1"),
                FilledIn.CAIRO)
            .text();
    assertThat(text.lines().filter(line -> line.startsWith("Status: ")))
        .containsExactly("Status: P1");
  }

  @Test
  void bracesInItAreWordsAndNothingElse() {
    assertThat(shown(Medium.SMS, "{{severity}} {{#title}} {{>x}} ${SECRET}"))
        .isEqualTo("{{severity}} {{#title}} {{>x}} ${SECRET}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "https://user@evil.example/",
        "file:///etc/passwd",
        "//evil.example",
        "https:",
        "",
        "no address"
      })
  void aLinkThatLeadsNowhereSafeIsWrittenAsWords(String href) {
    Values values = Values.none().with(IncidentVariables.MONITOR, new Link("look", href));
    Templates templates = TeamFolders.only("page.txt", "{{monitor}}");
    assertThat(render(templates, Medium.SLACK, values)).doesNotContain("<");
    assertThat(render(templates, Medium.MAIL_HTML, values)).doesNotContain("<a");
    assertThat(render(templates, Medium.GITHUB, values)).doesNotContain("](");
  }

  @Test
  void anAddressCannotEndItsLinkEarly() {
    Values values =
        Values.none()
            .with(
                IncidentVariables.MONITOR,
                new Link("a|b>c]d", "https://m.example.com/x>y|z\"><!channel>\n"));
    Templates templates = TeamFolders.only("page.txt", "{{monitor}}");
    assertThat(render(templates, Medium.SLACK, values))
        .isEqualTo("<https://m.example.com/x%3Ey%7Cz%22%3E%3C!channel%3E|a|b&gt;c]d>");
    assertThat(render(templates, Medium.GITHUB, values))
        .isEqualTo("[a\\|b&gt;c\\]d](<https://m.example.com/x%3Ey%7Cz%22%3E%3C!channel%3E>)");
  }

  @Test
  void anIdThatIsNoneOfSlacksTagsNobody() {
    Values values =
        Values.none().with(ProgressVariables.OWED_BY, new Mention("@here", "S1> <!channel"));
    assertThat(
            TeamFolders.only("reminder.txt", "{{owed-by}}")
                .render(TemplateKind.REMINDER, Medium.SLACK, values, FilledIn.CAIRO)
                .text())
        .isEqualTo("@" + GAP + "here");
  }

  private static Values title(String words) {
    return Values.none().with(IncidentVariables.TITLE, words);
  }

  private static String shown(Medium medium, String words) {
    return render(TeamFolders.only("page.txt", "{{title}}"), medium, title(words));
  }

  private static String render(Templates templates, Medium medium, Values values) {
    return templates.render(TemplateKind.PAGE, medium, values, FilledIn.CAIRO).text();
  }
}
