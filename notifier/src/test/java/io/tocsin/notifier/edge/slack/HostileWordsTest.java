package io.tocsin.notifier.edge.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Words of an alert call nobody, lead nowhere and press nothing, whatever they are. */
@Tag("MED-sec")
class HostileWordsTest {
  private static final Pattern CONTROL = Pattern.compile("<([^<>]*)>");

  /** Links to Tocsin, and what the catalog of {@link SlackPolicies} links. */
  private static final List<String> OURS =
      List.of(
          "https://tocsin.example.com/",
          "https://dashboards.example.com/prescription-api|",
          "https://pagerduty.example.com/prescription-api|");

  private final Wording wording = WordingTest.wording();

  @Property(tries = 300)
  void nothingInThemWorks(@ForAll("hostile") String words, @ForAll MessageKind kind) {
    if (kind == MessageKind.TICKET || kind == MessageKind.TICKET_CLOSED) {
      return;
    }
    for (SlackMessage message : messages(words, kind)) {
      assertThat(controls(message.text())).allMatch(HostileWordsTest::isOurs);
      for (LayoutBlock block : message.blocks()) {
        if (block instanceof SectionBlock section) {
          MarkdownTextObject text = (MarkdownTextObject) section.getText();
          assertThat(text.getVerbatim()).isTrue();
          assertThat(text.getText()).hasSizeBetween(1, 3_000);
          assertThat(controls(text.getText())).allMatch(HostileWordsTest::isOurs);
          assertThat(text.getText()).doesNotContainPattern("(?<!\\w)@(here|channel|everyone)");
        } else if (block instanceof HeaderBlock header) {
          assertThat(header.getText().getText()).hasSizeBetween(1, 150).doesNotContain("\n");
          assertThat(header.getText().getEmoji()).isFalse();
        }
      }
    }
  }

  @Property(tries = 100)
  void whomATagCallsIsThePolicysToSayAlone(@ForAll("hostile") String words) {
    SlackMessage tagged = tagsOnly(words);
    assertThat(tagged.blocks()).isEqualTo(tagsOnly("calm").blocks());
    assertThat(controls(tagged.text())).allMatch(HostileWordsTest::isOurs);
  }

  private SlackMessage tagsOnly(String words) {
    return wording.tagsOnly(
        Told.of(5, "audience:engineers", Act.TELL, MessageKind.UPDATE, IncidentState.OPEN, words));
  }

  private List<SlackMessage> messages(String words, MessageKind kind) {
    var told = Told.of(5, "audience:incidents", Act.TELL, kind, IncidentState.OPEN, words);
    return List.of(
        wording.first(told),
        wording.edited(told),
        wording.reply(told, false),
        wording.withdrawn(told));
  }

  private static List<String> controls(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = CONTROL.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static boolean isOurs(String control) {
    return OURS.stream().anyMatch(control::startsWith);
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> traps =
        Arbitraries.of(
            "<!channel>",
            "<!here|x>",
            "<!everyone>",
            "<@U0ONCALL1>",
            "<!subteam^S0ENGINEERS>",
            "<https://evil.example|https://status.example.com>",
            "@here",
            "@channel",
            "#general",
            "https://evil.example/a?b=1&c=2",
            "&lt;!channel&gt;",
            "&amp;lt;!channel&amp;gt;",
            "<mailto:a@example.com|x>",
            "`<!channel>`",
            "```",
            "\n\n",
            "\u202e",
            "\u0000",
            "{{severity}}",
            "\"}]}",
            "🔔");
    return Arbitraries.oneOf(
            traps, Arbitraries.strings().ofMaxLength(40), Arbitraries.of("x".repeat(5_000)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(parts -> "a" + String.join(" ", parts));
  }
}
