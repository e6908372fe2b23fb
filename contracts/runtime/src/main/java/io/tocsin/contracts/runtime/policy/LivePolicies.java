package io.tocsin.contracts.runtime.policy;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.policy.calendar.Outage;
import io.tocsin.contracts.policy.calendar.Reading;
import io.tocsin.contracts.policy.yaml.Problem;
import io.tocsin.contracts.runtime.Background;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policies that this process runs by, read anew when the files of their root change. A thread
 * of its own looks every 2 s and loads what rests; nothing waits for it. What is in order is
 * current at once for everybody who asks next; what is not is refused, said, and changes nothing.
 */
public final class LivePolicies implements Supplier<Policies>, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LivePolicies.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final int LOGGED = 50;

  private final @Nullable PolicyFolder folder;
  private final InstantSource clock;
  private final List<Consumer<CheckedPolicy>> beforehand = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService thread = Background.thread("live-policies");
  private volatile PolicyStanding standing;
  private final LiveOnCall onCall;
  private String judged;
  private @Nullable CheckedPolicy waiting;

  private LivePolicies(@Nullable PolicyFolder folder, CheckedPolicy first, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
    this.standing = PolicyStanding.begin(first, clock.instant());
    this.onCall = new LiveOnCall(first.policies());
    this.judged = first.hash();
  }

  /**
   * Reads {@code root} for the first time; {@link #start} begins to look whether it changes.
   *
   * @throws PolicyRejected with every problem: nothing starts under a broken policy
   */
  public static LivePolicies of(Path root, InstantSource clock) throws PolicyRejected {
    return of(root, CheckedPolicy.of(PolicyFiles.read(root)), clock);
  }

  /** The same of what was read from {@code root} just now. */
  public static LivePolicies of(Path root, CheckedPolicy first, InstantSource clock) {
    return new LivePolicies(new PolicyFolder(root), first, clock);
  }

  /** Policies that no file stands for and that never change. */
  public static LivePolicies unchanging(Policies policies) {
    return new LivePolicies(
        null, new CheckedPolicy(new PolicyBundle(Map.of()), policies), () -> Instant.EPOCH);
  }

  /** The ones to decide by now; ask for each decision. */
  @Override
  public Policies get() {
    return onCall.policies();
  }

  /** What a live source says of one role of {@code team}. */
  public void read(TeamCode team, Reading reading) {
    onCall.change(team, book -> book.read(reading));
  }

  /** The source of {@code role} did not answer: what is known goes on. */
  public void unread(TeamCode team, String role, Instant at, String reason) {
    onCall.change(team, book -> book.failed(role, at, reason));
  }

  /** Why the source of {@code role} is away; null while it answers, and before it was asked. */
  public @Nullable Outage outage(TeamCode team, String role) {
    return onCall.book(team).outage(role);
  }

  /** The last answer for each role that a live source fills. */
  public Map<TeamCode, List<Reading>> readings() {
    return onCall.readings();
  }

  /**
   * Whoever must know a new policy before anything is decided under it. It runs in the thread that
   * loads; while it throws, the former policy goes on and the new one is offered again.
   */
  public void beforehand(Consumer<CheckedPolicy> needed) {
    beforehand.add(needed);
  }

  /** For health: the hash, since when, and what is refused. */
  public Map<String, Object> told() {
    Map<String, Object> told = new LinkedHashMap<>(standing.told());
    told.putAll(onCall.told());
    return told;
  }

  /** How many roles' sources are away. */
  int away() {
    return onCall.outages().size();
  }

  PolicyStanding standing() {
    return standing;
  }

  public void start() {
    if (folder != null) {
      thread.scheduleWithFixedDelay(
          this::lookSafely, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException | Error e) {
      log.error("the policy files could not be looked at; it is tried again", e);
    }
  }

  /** One look; open to the package so that a test needs no time to pass. */
  void look() {
    if (folder != null) {
      folder.look().filter(found -> !found.mark().equals(judged)).ifPresent(this::judge);
    }
  }

  private void judge(PolicyFolder.Found found) {
    if (found.mark().equals(get().hash())) {
      log.info("the policy files are again what runs: {}", found.mark());
      settle(found.mark(), standing.asFound());
      return;
    }
    try {
      take(ready(found.readable()));
    } catch (PolicyRejected e) {
      refuse(new RefusedPolicy(found.mark(), e.problems(), clock.instant()));
    }
  }

  private void settle(String mark, PolicyStanding next) {
    standing = next;
    onCall.over(next.current().policies());
    judged = mark;
    waiting = null;
  }

  /** What is loaded already, and could not be taken, is not loaded again. */
  private CheckedPolicy ready(PolicyBundle bundle) throws PolicyRejected {
    CheckedPolicy loaded = waiting;
    if (loaded != null && loaded.hash().equals(bundle.hash())) {
      return loaded;
    }
    try {
      return CheckedPolicy.of(bundle);
    } catch (RuntimeException | StackOverflowError e) {
      log.error("loading policy {} failed", bundle.hash(), e);
      throw new PolicyRejected(
          List.of(Problem.of(".", "it cannot be loaded: " + e, "take back what you changed last")));
    }
  }

  private void take(CheckedPolicy fresh) {
    try {
      beforehand.forEach(needed -> needed.accept(fresh));
    } catch (RuntimeException e) {
      postpone(fresh, e);
      return;
    }
    log.info("policy {} is taken; until now it was {}", fresh.hash(), get().hash());
    settle(fresh.hash(), standing.taking(fresh, clock.instant()));
  }

  private void refuse(RefusedPolicy broken) {
    List<Problem> problems = broken.problems();
    log.error(
        "policy {} is refused, problems: {}; {} goes on",
        broken.mark(),
        problems.size(),
        get().hash());
    problems.stream().limit(LOGGED).map(RefusedPolicy::line).forEach(log::error);
    settle(broken.mark(), standing.refusing(broken));
  }

  private void postpone(CheckedPolicy fresh, RuntimeException why) {
    waiting = fresh;
    RefusedPolicy known = standing.refused();
    if (known == null || !known.mark().equals(fresh.hash())) {
      log.error(
          "policy {} is in order, and not taken yet; {} goes on", fresh.hash(), get().hash(), why);
      Problem late =
          Problem.of(".", "in order, and not taken yet: " + why.getMessage(), "it is tried again");
      standing =
          standing.waitingFor(new RefusedPolicy(fresh.hash(), List.of(late), clock.instant()));
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
