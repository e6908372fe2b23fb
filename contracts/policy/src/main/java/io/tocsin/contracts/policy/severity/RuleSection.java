package io.tocsin.contracts.policy.severity;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule of {@code severity.yaml}, as it is written. */
@Says("a rule")
public record RuleSection(
    @Says("what is kept as the deciding rule") @As(Form.NAME) String id,
    @Says("services that it is asked for; any when left out") @As(Form.NAME) List<String> services,
    @Says("sources that it is asked for; any when left out") @As(Form.SOURCE) Set<String> sources,
    @Says("environments that it is asked for; any when left out") Set<String> environments,
    @Key("if") @Says("the condition, in CEL") @Nullable String condition,
    @Says("the level, or none when it is no alarm") Verdict level,
    @Says("the level when a fact that it needs is not said; without, it does not match")
        @Nullable Verdict withoutFacts,
    @Says("what a match tells of the incident") @As(Form.NAME) Set<String> facts,
    @Says("the sentence that a person reads") String because) {

  /** Whether it is asked for some alerts only. */
  boolean selects() {
    return !services.isEmpty() || !sources.isEmpty() || !environments.isEmpty();
  }
}
