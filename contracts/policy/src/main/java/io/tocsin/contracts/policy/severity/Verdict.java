package io.tocsin.contracts.policy.severity;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.yaml.Says;
import io.tocsin.contracts.policy.yaml.Worded;
import org.jspecify.annotations.Nullable;

/** What a rule says: a level, or that it is no alarm. */
@Says("such level")
public enum Verdict implements Worded {
  P1(Severity.P1),
  P2(Severity.P2),
  P3(Severity.P3),
  P4(Severity.P4),
  NONE(null);

  private final @Nullable Severity severity;

  Verdict(@Nullable Severity severity) {
    this.severity = severity;
  }

  /** Null when it is no alarm. */
  public @Nullable Severity severity() {
    return severity;
  }

  @Override
  public String word() {
    return severity == null ? "none" : severity.name();
  }
}
