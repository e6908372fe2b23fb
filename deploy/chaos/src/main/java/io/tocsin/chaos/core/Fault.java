package io.tocsin.chaos.core;

import java.time.Instant;

/**
 * Something that was broken on purpose.
 *
 * @param target the process ({@code escalation-engine}, {@code broker}) or provider concerned
 * @param from when it began
 * @param until when it was healed and its target ready again
 * @param seed what chose it
 */
public record Fault(Kind kind, String target, Instant from, Instant until, long seed) {

  /** What was done. */
  public enum Kind {
    /** kill -9, and a start. */
    KILL,
    /** SIGSTOP until SIGCONT. */
    FREEZE,
    /** An orderly stop, and a start. */
    RESTART,
    /** The provider refuses (4xx, 5xx). */
    PROVIDER_ERROR,
    /** The provider answers late. */
    PROVIDER_SLOW,
    /** The provider ends the connection without an answer. */
    PROVIDER_DROPS,
    /** The network is slow. */
    LATENCY,
    /** The network swallows everything. */
    BLACKHOLE,
    /** The network resets connections. */
    RESET,
    /** The wall clock jumps. */
    CLOCK_JUMP
  }
}
