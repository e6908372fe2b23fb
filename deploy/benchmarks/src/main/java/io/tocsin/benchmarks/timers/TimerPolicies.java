package io.tocsin.benchmarks.timers;

import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.events.TeamPartitioner;
import io.tocsin.contracts.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Policies whose deadlines come when a measurement wants them, of one team on each partition. P1
 * and P2 call at once and again after a wait; P3 waits for the team's hours, so all of them hold
 * the very same deadline.
 */
final class TimerPolicies {
  private static final String CONTACTS =
      """
      contacts:
        on-call:
          name: On-call engineer
          hours: always
          methods:
            pagerduty: ${PAGERDUTY_KEY}
      """;
  private static final String LEVEL =
      """
        %s:
          meaning: For measuring
          respond-within: 0s
          clock: %s
          loudest: pagerduty
          ladder:
            - {call: on-call, by: [pagerduty], wait: %s}
            - {call: on-call, by: [pagerduty], wait: 24h}
          repeat-after: 24h
          retry-after: 24h
      """;
  private static final String TEAM =
      """
      code: %s
      name: Team %s
      business-hours:
        zone: UTC
        days: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]
        from: %s
        to: %s
      grouping-labels: []
      status-page:
        levels: []
      levels:
      """;
  private static final String CATCH_ALL =
      """
      code: ALL
      name: Last resort
      %sladder:
        - {call: on-call, by: [pagerduty], wait: 24h}
      installation:
        pagerduty-events-per-minute: 0
      """;
  private static final String INTEGRATIONS =
      """
      integrations:
        datadog:
          source: datadog
          key: ${DATADOG_KEY}
          team: %s
          sensitivity: none
      """;

  private TimerPolicies() {}

  /** So many sets of teams that share none, each of one team for each partition. */
  static List<List<TeamCode>> teams(int sets) {
    List<List<TeamCode>> teams = new ArrayList<>();
    int number = 10;
    while (teams.size() < sets) {
      List<TeamCode> set = new ArrayList<>();
      Set<Integer> taken = new HashSet<>();
      while (set.size() < Topics.PARTITIONS) {
        TeamCode code = new TeamCode("T" + number++);
        String topic = Topics.CLASSIFIED_ALERTS.name();
        if (taken.add(TeamPartitioner.partition(topic, code.key("x"), Topics.PARTITIONS))) {
          set.add(code);
        }
      }
      teams.add(set);
    }
    return teams;
  }

  /**
   * Writes them to {@code folder}.
   *
   * @param firstWait of P1 and P2, in seconds
   * @param opens when the teams' hours begin, UTC, to the minute: a time for each set
   */
  static void write(Path folder, int firstWait, List<LocalTime> opens) throws IOException {
    List<List<TeamCode>> sets = teams(opens.size());
    for (int set = 0; set < sets.size(); set++) {
      write(folder, firstWait, sets.get(set), opens.get(set));
    }
    Files.writeString(folder.resolve("catch-all.yaml"), CATCH_ALL.formatted(CONTACTS));
    Files.writeString(
        folder.resolve("integrations.yaml"), INTEGRATIONS.formatted(sets.get(0).get(0)));
  }

  private static void write(Path folder, int firstWait, List<TeamCode> teams, LocalTime opens)
      throws IOException {
    for (TeamCode team : teams) {
      Path own = Files.createDirectories(folder.resolve("team-" + team.value().substring(1)));
      StringBuilder policy = new StringBuilder(TEAM.formatted(team, team, opens, closes(opens)));
      for (String level : List.of("P1", "P2")) {
        policy.append(LEVEL.formatted(level, "always", firstWait + "s"));
      }
      for (String level : List.of("P3", "P4")) {
        policy.append(LEVEL.formatted(level, "business-hours", "24h"));
      }
      Files.writeString(own.resolve("policy.yaml"), policy);
      Files.writeString(own.resolve("contacts.yaml"), CONTACTS);
      Files.writeString(
          own.resolve("services.yaml"),
          "services:\n  service-of-%s:\n    title: Service\n    groups: []\n    public: false\n"
              .formatted(team.value().substring(1)));
      Files.writeString(own.resolve("severity.yaml"), "rules: []\n");
    }
  }

  /** Half an hour later, or at the end of the day. */
  private static LocalTime closes(LocalTime opens) {
    LocalTime later = opens.plusMinutes(30);
    return later.isAfter(opens) ? later : LocalTime.of(23, 59);
  }

  /** Half a day away from now. */
  static LocalTime farAway() {
    return LocalTime.of((LocalTime.now(ZoneOffset.UTC).getHour() + 12) % 24, 0);
  }
}
