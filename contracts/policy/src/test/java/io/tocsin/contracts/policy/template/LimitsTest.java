package io.tocsin.contracts.policy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {
  private static final Templates BUILT_IN = Templates.read(Map.of()).templates();

  @ParameterizedTest
  @EnumSource(Medium.class)
  void noMessageIsLongerThanItsMediumTakes(Medium medium) {
    Values values = FilledIn.everything();
    for (var words : List.of("&<>", "word ", "\uD83D\uDD25", "x\n")) {
      values =
          values
              .with(IncidentVariables.TITLE, words.repeat(2_000))
              .with(IncidentVariables.SUMMARY, words.repeat(2_000))
              .with(ProgressVariables.IMPACT, words.repeat(2_000))
              .with(ReviewVariables.WENT_WELL, Collections.nCopies(200, item(words.repeat(99))));
      for (TemplateKind kind : TemplateKind.values()) {
        Rendered rendered = BUILT_IN.render(kind, medium, values, FilledIn.CAIRO);
        assertThat(rendered.text().length()).as("%s", kind).isLessThanOrEqualTo(medium.limit());
        if (rendered.subject() != null) {
          assertThat(rendered.subject().length()).isLessThanOrEqualTo(medium.subjectLimit());
        }
      }
    }
  }

  @Test
  @Tag("RUN-07.1b")
  void aLongValueIsCutBeforeALineOfTheFormIsLost() {
    Values values =
        FilledIn.everything().with(ProgressVariables.ACTIONS_TAKEN, "did a thing. ".repeat(1_000));
    Rendered update = BUILT_IN.render(TemplateKind.UPDATE, Medium.SMS, values, FilledIn.CAIRO);
    assertThat(update.shortened()).isTrue();
    assertThat(update.text())
        .contains("Status: Mitigating", "more characters)", "Next Steps: roll back", "ETA: ");
  }

  @Test
  void aCutSaysHowMuchIsMissing() {
    assertThat(Untrusted.cut("0123456789", 10)).isEqualTo("0123456789");
    assertThat(Untrusted.cut("0123456789x", 10)).isEqualTo("0123456789 … (1 more characters)");
    assertThat(Untrusted.cut("one two three", 10)).isEqualTo("one two … (6 more characters)");
  }

  @Test
  void aCutNeverHalvesACharacter() {
    assertThat(Untrusted.cut("\uD83D\uDD25".repeat(3), 2)).startsWith("\uD83D\uDD25\uD83D\uDD25 …");
    String cut = Ending.cut("x" + "\uD83D\uDD25".repeat(100), 101);
    assertThat(cut).hasSizeLessThanOrEqualTo(101).doesNotContain("\uD83D ");
  }

  @Test
  void whatFitsIsNotTouched() {
    Rendered update =
        BUILT_IN.render(TemplateKind.UPDATE, Medium.SLACK, FilledIn.everything(), FilledIn.CAIRO);
    assertThat(update.shortened()).isFalse();
  }

  private static Values item(String words) {
    return Values.none().with(ReviewVariables.ITEM, words);
  }
}
