package io.tocsin.contracts.policy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an operator writes: it is found wrong when it is read, or it can be shown. */
class AnyTemplateTest {

  @Property(tries = 300)
  void aFileWithoutAFlawIsShownEverywhere(
      @ForAll("files") String text, @ForAll("extensions") String extension) {
    String file = "templates/page." + extension;
    Templates.Checked checked = Templates.read(Map.of(file, text));
    for (Medium medium : Medium.values()) {
      for (Values values : List.of(Values.none(), FilledIn.everything())) {
        Rendered shown =
            checked.templates().render(TemplateKind.PAGE, medium, values, FilledIn.CAIRO);
        assertThat(shown.file()).isIn(file, "built-in page.txt");
        if (!checked.flaws().isEmpty()) {
          assertThat(shown.file()).isEqualTo("built-in page.txt");
        }
      }
    }
  }

  @Provide
  Arbitrary<String> extensions() {
    return Arbitraries.of("txt", "md", "slack", "html");
  }

  @Provide
  Arbitrary<String> files() {
    return Arbitraries.of(
            "{{",
            "}}",
            "{",
            "}",
            "{{title}}",
            "{{ severity }}",
            "{{#title}}",
            "{{/title}}",
            "{{^title}}",
            "{{#audience}}",
            "{{tag}}",
            "{{/audience}}",
            "{{-first}}",
            "{{#-last}}",
            "{{/-last}}",
            "{{#tag}}",
            "{{/tag}}",
            "{{!",
            "{{! a\nb }}",
            "{{&",
            "{{>",
            "{{=| |=}}",
            "Subject: ",
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "\t",
            "<",
            ">",
            "&",
            "# ",
            "- ",
            "words",
            "{{monitor}}",
            "{{incident-start}}",
            "{{late-by}}",
            "{{nothing}}",
            "\\",
            "$1")
        .list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .map(parts -> String.join("", parts));
  }
}
