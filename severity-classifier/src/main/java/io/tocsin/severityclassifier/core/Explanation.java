package io.tocsin.severityclassifier.core;

import io.tocsin.contracts.events.ClassifiedAlert;
import java.util.List;

/** What the classifier would say of an alert it has never seen, and every rule it asked. */
public record Explanation(ClassifiedAlert classified, List<RuleAsked> rules) {
  public Explanation {
    rules = List.copyOf(rules);
  }
}
