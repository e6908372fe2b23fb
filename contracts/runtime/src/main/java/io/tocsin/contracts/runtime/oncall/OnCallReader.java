package io.tocsin.contracts.runtime.oncall;

import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.SecretReferences;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.calendar.Interval;
import io.tocsin.contracts.policy.calendar.OnCall;
import io.tocsin.contracts.policy.calendar.Reading;
import io.tocsin.contracts.policy.calendar.Rota;
import io.tocsin.contracts.runtime.Background;
import io.tocsin.contracts.runtime.oncall.ScheduleSource.ScheduleUnread;
import io.tocsin.contracts.runtime.oncall.ScheduleSource.Turn;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every minute who holds the roles that a schedule of PagerDuty fills, for a week ahead. While
 * the source is away the last answer holds, across a restart too; a user whom the policy does not
 * know is said, and the role's own address is called in their place (RUN-08.2).
 */
public final class OnCallReader implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OnCallReader.class);
  private static final Duration EVERY = Duration.ofSeconds(60);
  private static final Duration AHEAD = Duration.ofDays(7);

  private final LivePolicies policies;
  private final ScheduleSource source;
  private final Function<String, Optional<String>> secrets;
  private final @Nullable OnCallFile file;
  private final InstantSource clock;
  private final ScheduledExecutorService thread = Background.thread("on-call-reader");

  /**
   * @param secrets the value of a name, if it is set: a schedule's id may be a reference
   * @param file where the last answers are kept; null: nowhere
   */
  public OnCallReader(
      LivePolicies policies,
      ScheduleSource source,
      Function<String, Optional<String>> secrets,
      @Nullable OnCallFile file,
      InstantSource clock) {
    this.policies = policies;
    this.source = source;
    this.secrets = secrets;
    this.file = file;
    this.clock = clock;
  }

  /**
   * By PagerDuty's schedules, with what the service is set to.
   *
   * @param settings the value of a name, be it a setting's or a secret's, if it is set
   * @param file as of the reader
   */
  public static OnCallReader ofPagerDuty(
      LivePolicies policies,
      Function<String, Optional<String>> settings,
      @Nullable OnCallFile file,
      InstantSource clock) {
    ScheduleSource source =
        new PagerDutySchedules(
            settings.apply("tocsin.on-call.pagerduty.api-url").orElseThrow(),
            () -> settings.apply("tocsin.on-call.pagerduty.token").orElse(""));
    return new OnCallReader(policies, source, settings, file, clock);
  }

  /** Takes what was known before the restart, then asks. */
  public void start() {
    if (file != null) {
      file.read().forEach((team, readings) -> readings.forEach(it -> policies.read(team, it)));
    }
    thread.scheduleWithFixedDelay(this::lookSafely, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException | Error e) {
      log.error("who is on call could not be asked; it is tried again", e);
    }
  }

  /** One round; open to the package so that a test needs no time to pass. */
  void look() {
    boolean isNew = false;
    for (TeamPolicy team : policies.get().teams().values()) {
      for (Map.Entry<String, Rota> rota : team.onCall().rotas().entrySet()) {
        String schedule = rota.getValue().pagerdutySchedule();
        isNew |= schedule != null && ask(team, rota.getKey(), schedule);
      }
    }
    if (isNew && file != null) {
      file.write(policies.readings());
    }
  }

  private boolean ask(TeamPolicy team, String role, String schedule) {
    Instant now = clock.instant();
    try {
      Interval window = Interval.of(now, AHEAD);
      List<Turn> turns = source.read(id(schedule), window);
      if (policies.outage(team.code(), role) != null) {
        log.info("who holds {} of {} can be read again", role, team.code());
      }
      policies.read(team.code(), reading(team, role, turns, window));
      return true;
    } catch (ScheduleUnread e) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      if (policies.outage(team.code(), role) == null) {
        log.error(
            "who holds {} of {} cannot be read: {}; who is known to hold it goes on",
            role,
            team.code(),
            e.getMessage());
      }
      policies.unread(team.code(), role, now, String.valueOf(e.getMessage()));
      return false;
    }
  }

  private String id(String schedule) throws ScheduleUnread {
    Optional<String> name = SecretReferences.name(schedule);
    if (name.isEmpty()) {
      return schedule;
    }
    return secrets
        .apply(name.get())
        .filter(value -> !value.isBlank())
        .map(String::trim)
        .orElseThrow(() -> new ScheduleUnread(name.get() + " is not set: the schedule's id"));
  }

  private Reading reading(TeamPolicy team, String role, List<Turn> turns, Interval window) {
    List<Reading.Planned> shifts = new ArrayList<>();
    for (Turn turn : turns) {
      Optional<String> person = person(team.onCall(), turn);
      if (person.isEmpty()) {
        unknown(team.code(), role, turn);
      }
      person.ifPresent(id -> shifts.add(new Reading.Planned(id, turn.when())));
    }
    return new Reading(role, shifts, window, window.from());
  }

  private static Optional<String> person(OnCall onCall, Turn turn) {
    return onCall.personAt(turn.email()).or(() -> onCall.personNamed(turn.name()));
  }

  private void unknown(TeamCode team, String role, Turn turn) {
    log.warn(
        "PagerDuty's user {} holds {} of {} and is not among its people; give one of them that"
            + " user's mail address. Until then the role's own address is called",
        turn.id(),
        role,
        team);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
