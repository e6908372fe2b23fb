package io.tocsin.contracts.policy.calendar;

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
public record Rota(
    ZoneId zone,
    List<Layer> layers,
    List<RotaOverride> overrides,
    @Nullable String calendar,
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
