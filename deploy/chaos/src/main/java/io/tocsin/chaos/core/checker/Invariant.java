package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.evidence.Evidence;

/** Something that holds in every run, whatever breaks. */
interface Invariant {

  /** Its stable name ({@code p1-was-paged}). */
  String name();

  /** What it says, for people. */
  String meaning();

  /** Reports whatever contradicts it. */
  void check(Evidence evidence, Findings findings);
}
