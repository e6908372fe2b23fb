package io.tocsin.chaos.edge.plan;

import io.tocsin.chaos.core.Fault.Kind;
import io.tocsin.chaos.edge.system.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** What goes wrong: no process meets two faults at a time, and in turn each meets each kind. */
final class MishapPlan {
  private static final int VARIANTS = 4;
  private static final long SHORT = 800;
  private static final long LONG = 4_000;
  private static final int ONE_IN = 6;

  /** Longer than a consumer's session: the group goes on without it. */
  private static final Duration BEYOND_SESSION = Duration.ofSeconds(12);

  private final SplittableRandom random;
  private final Size size;

  private MishapPlan(long seed, Size size) {
    this.random = new SplittableRandom(seed * 31 + 4);
    this.size = size;
  }

  private record Cell(Kind kind, Target target) {}

  static List<Mishap> of(long seed, Size size, boolean clocks) {
    MishapPlan plan = new MishapPlan(seed, size);
    List<Cell> cells = cells(clocks);
    List<Mishap> mishaps = new ArrayList<>();
    Set<Target> met = EnumSet.noneOf(Target.class);
    int wanted = size.faults() + (size.faults() > 3 ? plan.random.nextInt(2) : 0);
    // the first follows the seed, so that any run of as many seeds meets every cell
    plan.add(cells.get((int) Math.floorMod(seed, cells.size())), mishaps, met);
    while (mishaps.size() < wanted) {
      Cell next = cells.get(plan.random.nextInt(cells.size()));
      if (!met.contains(next.target())) {
        plan.add(next, mishaps, met);
      }
    }
    mishaps.sort(Comparator.comparing(Mishap::at));
    return mishaps;
  }

  /** Every kind on every process that it can befall. */
  static List<Cell> cells(boolean clocks) {
    List<Cell> cells = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (Target target : Target.values()) {
        if (canBefall(kind, target, clocks)) {
          cells.add(new Cell(kind, target));
        }
      }
    }
    return cells;
  }

  private static boolean canBefall(Kind kind, Target target, boolean clocks) {
    return switch (kind) {
      case KILL, FREEZE, RESTART, LATENCY, BLACKHOLE, RESET -> true;
      // the sandbox is the world outside: its clock says when pages arrived
      case CLOCK_JUMP -> clocks && target != Target.SANDBOX;
      case PROVIDER_ERROR, PROVIDER_SLOW, PROVIDER_DROPS -> target == Target.SANDBOX;
    };
  }

  private void add(Cell cell, List<Mishap> mishaps, Set<Target> met) {
    met.add(cell.target());
    long at = size.load().toMillis() / 20 + random.nextLong(size.load().toMillis() * 3 / 4);
    mishaps.add(
        new Mishap(
            Duration.ofMillis(at),
            lasts(cell.kind()),
            cell.kind(),
            cell.target(),
            random.nextInt(VARIANTS)));
  }

  private Duration lasts(Kind kind) {
    boolean rare = random.nextInt(ONE_IN) == 0;
    Duration usual = Duration.ofMillis(SHORT + random.nextLong(LONG - SHORT));
    return switch (kind) {
      case KILL, RESTART -> rare ? usual : Duration.ZERO;
      case FREEZE, BLACKHOLE -> rare ? BEYOND_SESSION : usual;
      case CLOCK_JUMP -> usual.plusSeconds(2);
      default -> usual;
    };
  }
}
