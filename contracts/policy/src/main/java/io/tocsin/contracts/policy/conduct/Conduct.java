package io.tocsin.contracts.policy.conduct;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a team's policy says of an incident's life beyond its levels and ladders.
 *
 * @param plans documents that incidents are run by, by title (MHV-plan)
 * @param help where help may be asked, which is recorded (MHV-plan)
 * @param maintenance forms of planned downtime, by name
 */
public record Conduct(
    Map<String, Audience> audiences,
    Map<String, ServiceGroup> groups,
    FirstResponse firstResponse,
    @Nullable Ticket ticket,
    Set<EscalateWhen> escalateWhen,
    @Nullable WarRoom warRoom,
    HealthWatch health,
    Closure closure,
    @Nullable Review review,
    Targets targets,
    @Nullable AlertReport alertReport,
    @Nullable Security security,
    Map<String, String> plans,
    List<String> help,
    Map<String, Maintenance> maintenance) {

  /** Of a policy that says nothing of it. */
  public static final Conduct PLAIN =
      new Conduct(
          Map.of(),
          Map.of(),
          new FirstResponse(
              Duration.ofMinutes(5), Set.of(), Set.of(), Set.of(), Duration.ofHours(1)),
          null,
          Set.of(),
          null,
          new HealthWatch(Duration.ofSeconds(60), 3),
          new Closure(Set.of(), Map.of(), true),
          null,
          new Targets(Duration.ofMinutes(5), Map.of(), Map.of(), 10),
          null,
          null,
          Map.of(),
          List.of(),
          Map.of());

  public Conduct {
    audiences = Map.copyOf(audiences);
    groups = Map.copyOf(groups);
    escalateWhen = Set.copyOf(escalateWhen);
    plans = Map.copyOf(plans);
    help = List.copyOf(help);
    maintenance = Map.copyOf(maintenance);
  }
}
