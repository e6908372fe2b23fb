package io.tocsin.allinone.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.allinone.cases.verdict.TimelineText;
import io.tocsin.allinone.cases.verdict.Verdict;
import io.tocsin.allinone.cases.verdict.VerdictJson;
import io.tocsin.contracts.events.ContractJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees of a case that is not as it says. */
class FailingCaseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "another-method",
        "nobody-expected-it",
        "broken-silence",
        "another-level",
        "another-state",
        "refused-command",
        "which-incident",
        "provider-away",
        "own-outage",
        "one-wait-changed"
      })
  void theTimelineMarksWhatDiffers(String name) {
    Verdict verdict = Shop.verdict(Golden.text("golden/" + name + ".yaml"));
    assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.FAILED);
    Golden.compare("golden/" + name + ".txt", TimelineText.of(verdict));
  }

  @Test
  void aPendingCaseThatPassesWantsToBePendingNoLonger() {
    Verdict verdict = Shop.verdict(Golden.text("golden/passes-now.yaml"));
    assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.PASSES_NOW);
    assertThat(verdict.isWrong()).isTrue();
    Golden.compare("golden/passes-now.txt", TimelineText.of(verdict));
  }

  @Test
  void machinesReadTheSame() {
    Verdict verdict = Shop.verdict(Golden.text("golden/another-method.yaml"));
    Golden.compare(
        "golden/another-method.json",
        ContractJson.MAPPER
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(VerdictJson.of(verdict))
            + "\n");
  }
}
