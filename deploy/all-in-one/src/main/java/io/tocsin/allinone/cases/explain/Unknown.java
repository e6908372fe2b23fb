package io.tocsin.allinone.cases.explain;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.yaml.Nearest;
import java.util.Set;
import java.util.TreeSet;

/** An alert's service, and what was probably meant where no catalog has it. */
final class Unknown {
  private final Set<String> known = new TreeSet<>();

  Unknown(Policies policies) {
    policies.teams().values().forEach(team -> known.addAll(team.services().keySet()));
  }

  static boolean is(ClassifiedAlert classified) {
    return classified.service().equals(ClassifiedAlert.UNKNOWN_SERVICE);
  }

  /** The service, or what made it unknown. */
  String service(ClassifiedAlert classified) {
    String named = classified.alert().service();
    if (!is(classified)) {
      return classified.service();
    }
    if (named == null || named.isBlank()) {
      return "unknown: the alert names none";
    }
    return "unknown: no catalog has '%s'%s"
        .formatted(
            Lines.plain(named),
            Nearest.of(named, known).map("; did you mean '%s'?"::formatted).orElse(""));
  }
}
