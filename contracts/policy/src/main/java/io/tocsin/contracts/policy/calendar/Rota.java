package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.policy.yaml.Says;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who fills one role, from one of three sources; overrides lie over each of them.
 *
 * @param layers a later one lies over an earlier one
 * @param calendar an iCalendar file of the policy folder: an event's summary is a person's id or
 *     name, and an event that begins later lies over one that began earlier
 * @param pagerdutySchedule the schedule's id or a reference to it: read while the system runs
 */
@Says("who fills a role")
public record Rota(
    @Says("the time zone of its hand-overs") ZoneId zone,
    @Says("people who take turns; a later layer lies over an earlier one") List<Layer> layers,
    @Says("somebody else for a while") List<RotaOverride> overrides,
    @Says("an iCalendar file of this folder whose events name people") @Nullable String calendar,
    @Says("a PagerDuty schedule, by id or reference, read while the system runs")
        @Nullable String pagerdutySchedule) {

  public Rota {
    layers = List.copyOf(layers);
    overrides = List.copyOf(overrides);
  }

  /** Whether only a provider knows who holds the role. */
  public boolean isLive() {
    return pagerdutySchedule != null;
  }

  LocalClock clock() {
    return LocalClock.in(zone);
  }
}
