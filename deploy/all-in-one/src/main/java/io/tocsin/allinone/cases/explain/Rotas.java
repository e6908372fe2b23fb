package io.tocsin.allinone.cases.explain;

import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.calendar.Rota;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Roles whose holder only a provider knows, among those who are told. */
final class Rotas {
  private final Outlook outlook;
  private final Policies policies;

  Rotas(Outlook outlook, Policies policies) {
    this.outlook = outlook;
    this.policies = policies;
  }

  /**
   * A role that a schedule of PagerDuty fills.
   *
   * @param schedule its id, or the reference to it
   */
  record Live(String role, String schedule) {
    String text() {
      return ("%s is whoever PagerDuty's schedule %s names then; here the role's own contact"
              + " stands for them")
          .formatted(role, schedule);
    }
  }

  List<Live> live() {
    TeamCode team = outlook.played().team();
    Map<String, Rota> rotas =
        policies.team(team).map(TeamPolicy::onCall).map(it -> it.rotas()).orElse(Map.of());
    return new TreeMap<>(rotas)
        .entrySet().stream()
            .filter(rota -> rota.getValue().isLive() && isTold(rota.getKey()))
            .map(
                rota ->
                    new Live(
                        rota.getKey(), Objects.requireNonNull(rota.getValue().pagerdutySchedule())))
            .toList();
  }

  private boolean isTold(String role) {
    return outlook.unanswered().told().stream()
        .anyMatch(
            it -> Lines.value(it, it.label()).equals(role) || Lines.value(it, "role").equals(role));
  }
}
