package io.tocsin.contracts.policy.yaml;

import java.util.Collection;
import java.util.List;

/**
 * The names that one part of a policy gives, for others to use.
 *
 * @param where the file that gives them
 * @param complete false where it was not read, which was told: whatever is named may be given there
 */
public record Given(Collection<String> names, String where, boolean complete) {
  public Given {
    names = List.copyOf(names);
  }

  /** Whether {@code name} may be one of them. */
  public boolean mayHave(String name) {
    return !complete || names.contains(name);
  }

  /** What to write instead of {@code name}. */
  public String remedy(String name) {
    return names.isEmpty()
        ? "add it to " + where
        : Nearest.remedy(name, names) + ", or add it to " + where;
  }
}
