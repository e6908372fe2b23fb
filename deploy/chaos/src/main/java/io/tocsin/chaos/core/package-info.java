/**
 * What happened in a run, and whether it may have happened: the history and the invariants that it
 * is held against. Pure: no client, no clock, no file.
 */
@NullMarked
package io.tocsin.chaos.core;

import org.jspecify.annotations.NullMarked;
