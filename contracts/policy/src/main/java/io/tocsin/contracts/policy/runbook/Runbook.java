package io.tocsin.contracts.policy.runbook;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Least;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.List;
import java.util.Set;

/**
 * Something that is known to go wrong.
 *
 * @param symptoms RE2 patterns over title, description and what the sender said
 * @param checks what to look at
 * @param resolution what helps
 */
@Says("something that is known to go wrong")
public record Runbook(
    @Key String id,
    @Says("what it is called") String title,
    @Says("RE2 patterns, of which one in an alert is enough") @Least(1) List<String> symptoms,
    @Says("services that it is about; any when left out") @As(Form.NAME) Set<String> services,
    @Says("what to look at") List<Step> checks,
    @Says("what helps") List<Step> resolution,
    @Says("mitigations that are offered, by their kind") @As(Form.NAME) List<String> mitigations) {
  public Runbook {
    symptoms = List.copyOf(symptoms);
    services = Set.copyOf(services);
    checks = List.copyOf(checks);
    resolution = List.copyOf(resolution);
    mitigations = List.copyOf(mitigations);
  }
}
