package io.tocsin.sandbox.edge.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in Slack looks as in Slack, and is never markup of its own. */
class MrkdwnTest {
  private final Mrkdwn mrkdwn =
      new Mrkdwn(id -> Map.of("U0ONCALL1", "rx-on-call").getOrDefault(id, id));

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "*Service:* api ¦ <strong>Service:</strong> api",
        "2 * 3 * 4 ¦ 2 * 3 * 4",
        "_soon_ and snake_case_name ¦ <em>soon</em> and snake_case_name",
        "~gone~ ¦ <del>gone</del>",
        "`a *b*` ¦ <code>a *b*</code>",
        "> said ¦ <blockquote>said</blockquote>",
        "a &lt; b &amp;amp; c ¦ a &lt; b &amp;amp; c",
        "<@U0ONCALL1> ¦ <span class=\"tag\">@rx-on-call</span>",
        "<!subteam^S0ONCALL1> ¦ <span class=\"tag\">@S0ONCALL1</span>",
        "<!subteam^S0ONCALL1|@on-call> ¦ <span class=\"tag\">@on-call</span>",
        "<!here> ¦ <span class=\"tag\">@here</span>",
        "<#C0INCIDENTS|incidents> ¦ <span class=\"tag\">#incidents</span>",
        ":eyes: :no_such: ¦ 👀 :no_such:",
        "*<https://example.com/a?b=1&amp;c=2|open>* ¦ <strong><a"
            + " href=\"https://example.com/a?b=1&amp;c=2\" rel=\"noreferrer\">open</a></strong>"
      })
  void itLooksAsInSlack(String said, String html) {
    assertThat(mrkdwn.html(said)).isEqualTo(html);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "&lt;img src=x onerror=alert(1)&gt;",
        "<javascript:alert(1)|click>",
        "<https://example.com/\" onmouseover=\"alert(1)|x>",
        "<https://example.com/`\"><img src=x>`|x>",
        "```<img src=x>```",
        "\uE0000\uE001<b>",
        "<@U1\"><img src=x>>"
      })
  void whatWasSaidIsNoMarkup(String said) {
    assertThat(mrkdwn.html(said))
        .doesNotContain("<script", "<img", "<b>", "href=\"javascript", "\" onmouseover=\"");
  }

  @Test
  void aBlockOfCodeKeepsItsLines() {
    assertThat(mrkdwn.html("```a\n  *b*```")).isEqualTo("<pre>a\n  *b*</pre>");
  }
}
