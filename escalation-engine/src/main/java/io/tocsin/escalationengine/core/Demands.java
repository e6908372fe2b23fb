package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Assessment;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.policy.conduct.Security;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What named roles are asked for where security or privacy is concerned (MHV-sec). */
final class Demands {
  private final Story story;
  private final Rulebook rulebook;

  Demands(Story story, Rulebook rulebook) {
    this.story = story;
    this.rulebook = rulebook;
  }

  /** All that hold by what is known, now that the incident is restricted. */
  void ofRestricted() {
    Assessment known = story.incident().assessment();
    ask(
        demand ->
            demand.fact() == null
                || known.facts().contains(demand.fact())
                || "true".equals(known.evidence().values().get(demand.fact()))
                || known.answers().containsKey(demand.fact())
                    && Restriction.isYes(known.answers().get(demand.fact()).value()));
  }

  /** Those whose fact somebody has just told, of one that is restricted already. */
  void ofAnswers(Map<String, String> answers) {
    ask(demand -> demand.fact() != null && Restriction.isYes(answers.get(demand.fact())));
  }

  private void ask(Predicate<Security.Demand> holds) {
    Incident incident = story.incident();
    Security security = rulebook.conduct(incident.id().team()).security();
    if (security != null) {
      security.ask().stream().filter(holds).forEach(this::ask);
    }
  }

  private void ask(Security.Demand demand) {
    List<Told> receivers =
        new Receivers(story.incident(), rulebook, story.now()).ofRoles(demand.of());
    story.tell(
        new IncidentChange.Demanded(demand.text(), receivers),
        "security-found",
        "asked of %s: %s".formatted(String.join(", ", demand.of()), demand.text()));
  }
}
