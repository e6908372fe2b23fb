package io.tocsin.contracts.policy.severity;

import io.tocsin.contracts.policy.yaml.Says;
import java.util.List;
import java.util.Map;

/** {@code severity.yaml}, as it is written. */
@Says("the severity rules")
public record SeverityFile(
    @Says("facts that rules ask for, by name") Map<String, FactSource> facts,
    @Says("the rules, asked in this order") List<RuleSection> rules) {}
