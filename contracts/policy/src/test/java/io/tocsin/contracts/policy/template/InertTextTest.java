package io.tocsin.contracts.policy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** No words of anybody ever yield an active mention, tag or link, and none of them are lost. */
@Tag("MHV-msg")
class InertTextTest {
  private static final String GAP = "\u200B";
  private static final Map<String, Templates> TEMPLATES = new ConcurrentHashMap<>();
  private static final Parser MARKDOWN =
      Parser.builder()
          .extensions(
              List.of(
                  // mail addresses only by what GitHub takes for one: see CALL
                  AutolinkExtension.builder().linkTypes(AutolinkType.URL, AutolinkType.WWW).build(),
                  StrikethroughExtension.create(),
                  TablesExtension.create()))
          .build();
  private static final Set<String> WORDS = Set.of("Document", "Paragraph", "Text", "SoftLineBreak");
  private static final Pattern CALL = Pattern.compile("[@#]\\w|(?i)\\bGH-\\d");

  @Property(tries = 3_000)
  void slackObeysNoneOfThem(@ForAll("hostile") String words) {
    String shown = shown("page.txt", "{{title}}", Medium.SLACK, words);
    assertThat(shown).doesNotContain("<", ">", "`", "://");
    assertThat(shown.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
    assertThat(Pattern.compile("(?<!\\w)[@#]\\w").matcher(shown).find()).as(shown).isFalse();
    String read = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    assertThat(plain(read)).isEqualTo(plain(words.replace('`', '\'')));
  }

  @Property(tries = 3_000)
  void htmlObeysNoneOfThem(@ForAll("hostile") String words) {
    String shown = shown("page.html", "<p>{{title}}</p>", Medium.MAIL_HTML, words);
    Element body = Jsoup.parse(shown).body();
    assertThat(body.getAllElements())
        .extracting(Element::tagName)
        .filteredOn(tag -> !tag.equals("br"))
        .containsExactly("body", "p");
    body.select("br").forEach(line -> line.after(" "));
    assertThat(plain(body.wholeText())).isEqualTo(plain(words));
  }

  @Property(tries = 3_000)
  void markdownObeysNoneOfThem(@ForAll("hostile") String words) {
    assertInert(shown("page.md", "{{title}}", Medium.GITHUB, words), words, "");
    assertInert(shown("page.md", "Impact: {{title}}", Medium.GITHUB, words), words, "Impact: ");
  }

  @Property(tries = 1_000)
  void markdownStaysWhatItIsAround(@ForAll("hostile") String words) {
    String shown = shown("page.md", "- **Impact:** {{title}}\n- end", Medium.GITHUB, words);
    MarkdownText text = MarkdownText.of(MARKDOWN.parse(shown));
    assertThat(text.counts("ListItem")).as(shown).isEqualTo(2);
    assertThat(text.counts("StrongEmphasis")).isEqualTo(1);
    assertThat(text.counts("Link", "Image", "HtmlInline", "HtmlBlock", "Heading", "Code")).isZero();
  }

  private static void assertInert(String shown, String words, String before) {
    Node document = MARKDOWN.parse(shown);
    MarkdownText text = MarkdownText.of(document);
    assertThat(text.nodes()).as(shown).isSubsetOf(WORDS);
    assertThat(CALL.matcher(text.words()).find()).as(shown).isFalse();
    assertThat(plain(text.words())).isEqualTo(plain(before + cleanOr(words)));
  }

  /** What is left when gaps, lines and the way an address is written do not count. */
  private static String plain(String words) {
    String seen = Untrusted.unlinked(cleanOr(words)).replace(GAP, "");
    return seen.replaceAll("[\\s\\u00A0]+", "");
  }

  private static String cleanOr(String words) {
    String clean = Untrusted.clean(words);
    return clean.isBlank() ? "not yet known" : clean;
  }

  private static String shown(String name, String template, Medium medium, String words) {
    return TEMPLATES
        .computeIfAbsent(name + ":" + template, key -> TeamFolders.only(name, template))
        .render(
            TemplateKind.PAGE,
            medium,
            Values.none().with(IncidentVariables.TITLE, words),
            FilledIn.CAIRO)
        .text();
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> marks =
        Arbitraries.of(
            "<!channel>",
            "<@U1>",
            "<!subteam^S1>",
            "<http://e.example|x>",
            "@here",
            "@a/b",
            "#12",
            "#",
            "@",
            "GH-1",
            "http://evil.example",
            "https:",
            "//",
            "www.evil.example",
            "www.",
            "[a](http://e.example)",
            "[a]: /u",
            "![",
            "](",
            "[",
            "]",
            "<b>",
            "<img src=x>",
            "<!--",
            "-->",
            "&lt;",
            "&#60;",
            "&",
            "\\",
            "`",
            "```",
            "~~~",
            "~~",
            "\n",
            "\n\n",
            "\r\n",
            "# ",
            "- ",
            "+ ",
            "* ",
            "1. ",
            "2)",
            "> ",
            "===",
            "---",
            "    ",
            "\t",
            "|",
            "| a |\n|-|",
            ":-:",
            "$",
            "*",
            "**",
            "_",
            "!",
            "mailto:a@b.example",
            "a@b.example",
            "\u202E",
            "\0",
            "\u00A0",
            "\u2028",
            "{{title}}",
            "{{#x}}",
            "}}",
            "\"",
            "'",
            "word",
            " ",
            "مرحبا",
            "1");
    Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(3);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(9, marks), net.jqwik.api.Tuple.of(1, anything))
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }
}
