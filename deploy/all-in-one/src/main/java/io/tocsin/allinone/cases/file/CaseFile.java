package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Known;
import io.tocsin.allinone.cases.Known.Name;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Least;
import io.tocsin.contracts.policy.yaml.OrOne;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of cases as it is written. */
@Says("tests of the policy: what is given, and what is expected to come of it")
public record CaseFile(
    @Says("who speaks where a step names nobody") @Known(Name.INTEGRATION)
        @Nullable String integration,
    @Says("list the cases below it") @Least(1) List<OfCase> cases) {

  /** One case as it is written. */
  record OfCase(
      @Says("say in a sentence what it shows") String name,
      @Says("ids of requirements") @Known(Name.REQUIREMENT) @OrOne List<String> shows,
      @Says("why it cannot pass yet; it must differ") @Nullable String pending,
      @Says("say when it begins, as in 2026-11-24T03:00") String at,
      @Says("its end; the last thing it speaks of when left out") @Nullable String until,
      @Says("whether pages and refusals that nobody expected are allowed") @Default("none")
          Others others,
      @Says("the channels that have a sender; all when left out") @OrOne
          @Nullable Set<Channel> installed,
      @Says("list what happens, each line after '- '") @Least(1) List<OfStep> given,
      @Says("list what is to come of it, each line after '- '") @Least(1)
          List<OfExpectation> expect) {}

  /** What may happen that nobody expected. */
  @Says("setting of 'others'")
  enum Others {
    ALLOWED,
    NONE
  }
}
