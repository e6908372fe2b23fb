package io.tocsin.notifier.core;

import io.tocsin.contracts.events.Delivery;
import java.util.Set;

/** The stable names of what became of a delivery, and which of them leave a doubt. */
public final class Reasons {
  public static final String RESERVED = "reserved";
  public static final String ACCEPTED = "accepted";
  public static final String QUIETED = "acknowledged-since";
  public static final String OVER = "ended-since";
  public static final String NEVER_OPENED = "page-never-sent";
  public static final String NOT_INSTALLED = "not-installed";
  public static final String NOT_WANTED = "not-wanted";
  public static final String UNCONFIGURED = "unconfigured";
  public static final String REFUSED = "refused";
  public static final String RATE_LIMITED = "rate-limited";
  public static final String NO_TURN = "no-turn";
  public static final String BREAKER_OPEN = "breaker-open";
  public static final String TIMED_OUT = "timed-out";
  public static final String UNREACHABLE = "unreachable";
  public static final String PROVIDER_FAILED = "provider-failed";
  public static final String NOT_WITHDRAWN = "not-withdrawn";
  public static final String UNRECONCILED = "unreconciled";
  public static final String NEVER_RECONCILED = "never-reconciled";
  public static final String INTERNAL = "internal-error";

  /** After these the provider may have taken the page although we were not told so. */
  private static final Set<String> IN_DOUBT =
      Set.of(
          TIMED_OUT,
          UNREACHABLE,
          PROVIDER_FAILED,
          NOT_WITHDRAWN,
          UNRECONCILED,
          NEVER_RECONCILED,
          INTERNAL);

  /** These end by themselves; what may have been sent is asked about again. */
  private static final Set<String> PASSING =
      Set.of(RATE_LIMITED, BREAKER_OPEN, TIMED_OUT, UNREACHABLE, PROVIDER_FAILED, UNRECONCILED);

  private Reasons() {}

  /** Whether what failed for this reason may succeed later without anybody's doing. */
  public static boolean isPassing(String name) {
    return PASSING.contains(name);
  }

  /** Whether an end with this reason leaves it open if the provider took the page. */
  public static boolean leavesDoubt(String name) {
    return IN_DOUBT.contains(name);
  }

  /** Whether {@code delivery} ended without any chance that its provider holds an open page. */
  public static boolean neverOpened(Delivery delivery) {
    return switch (delivery.state()) {
      case RESERVED, SENT -> false;
      case FAILED, DROPPED -> !leavesDoubt(delivery.reason().name());
    };
  }
}
