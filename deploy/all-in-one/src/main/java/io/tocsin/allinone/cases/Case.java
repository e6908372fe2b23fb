package io.tocsin.allinone.cases;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.TeamCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One case of a team.
 *
 * @param shows the ids of the requirements that it shows
 * @param pending why it cannot pass yet; null when it must
 * @param zone of the team: what local times mean
 * @param until the end: nothing after it is played, or judged
 * @param othersAllowed whether what nobody expected may happen; else it fails the case
 * @param installed the channels that have a sender
 */
public record Case(
    Place place,
    String name,
    TeamCode team,
    List<String> shows,
    @Nullable String pending,
    ZoneId zone,
    Instant start,
    Instant until,
    boolean othersAllowed,
    Set<Channel> installed,
    List<Step> given,
    List<Expectation> expected) {

  public Case {
    shows = List.copyOf(shows);
    installed = Set.copyOf(installed);
    given = List.copyOf(given);
    expected = List.copyOf(expected);
  }

  public boolean isPending() {
    return pending != null;
  }
}
