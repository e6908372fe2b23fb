package io.tocsin.contracts.runtime.policy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What runs and how it came to that.
 *
 * @param since when {@code current} was taken
 * @param refused what lies in the root in its place; null when the files are what runs
 * @param taken how many reloads changed what runs
 * @param refusals how many found something broken
 */
record PolicyStanding(
    CheckedPolicy current,
    Instant since,
    @Nullable RefusedPolicy refused,
    long taken,
    long refusals) {

  static PolicyStanding begin(CheckedPolicy current, Instant now) {
    return new PolicyStanding(current, now, null, 0, 0);
  }

  PolicyStanding taking(CheckedPolicy fresh, Instant now) {
    return new PolicyStanding(fresh, now, null, taken + 1, refusals);
  }

  PolicyStanding refusing(RefusedPolicy broken) {
    return new PolicyStanding(current, since, broken, taken, refusals + 1);
  }

  /** The files are in order, and cannot be taken yet. */
  PolicyStanding waitingFor(RefusedPolicy late) {
    return new PolicyStanding(current, since, late, taken, refusals);
  }

  /** The files are again what runs. */
  PolicyStanding asFound() {
    return new PolicyStanding(current, since, null, taken, refusals);
  }

  /** For health: what runs, and what an operator has to mend. */
  Map<String, Object> told() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("policy", current.hash());
    told.put("loaded", since.toString());
    if (refused != null) {
      int count = refused.problems().size();
      told.put("refused", count == 1 ? "1 problem" : count + " problems");
      told.put("first", RefusedPolicy.line(refused.problems().get(0)));
      told.put("since", refused.since().toString());
    }
    return told;
  }
}
